//! `throughcare serve`: loads the register and answers.

use std::{sync::Arc, time::Duration};

use actix_web::web::Data;
use ring::rand::SystemRandom;
use tokio::runtime::Handle;

use super::{Failure, migrate::migrated, print, progress::Meter};
use crate::{
    app::{App, AppError},
    auth::{Authority, SignIn},
    boundaries::{self, BadBoundaries, Layer},
    clock::{Clock, SystemClock},
    config::Config,
    dashboard, graphql,
    http::{self, AppState, Guard, Metrics},
};

/// How often we look for what another process has committed, and for new keys.
const FOLLOW: Duration = Duration::from_secs(1);

/// Takes the port first, so that a taken one is told before a long load; while the register is
/// being loaded, `/healthz` answers and `/readyz` says what it waits for.
pub async fn run(config: Config) -> Result<(), Failure> {
    let listener = http::listen(config.http.bind).map_err(|error| Failure::because(&error))?;
    let address = listener
        .local_addr()
        .map_err(|error| Failure::because(&error))?;
    let layers = boundaries(&config).map_err(|error| Failure::because(&error))?;
    let stop = asked_to_stop().map_err(|error| Failure::because(&error))?;
    let now = SystemClock.now();
    let seed = now.timestamp_millis().unsigned_abs();
    let authority = Authority::open(&config.auth, &SystemRandom::new(), now)
        .map_err(|error| Failure::because(&error))?;
    let authority = Arc::new(authority);
    let ours = dashboard::documents().values().map(String::as_str);
    let known = config.documents.texts().chain(ours);
    let metrics = Metrics::of_documents(known);
    let guard = Guard::new(&config);
    let sign_in = config.sign_in.as_ref().map(|settings| {
        let (authority, clock) = (authority.clone(), Arc::new(SystemClock));
        SignIn::new(settings, authority, clock, SystemRandom::new())
    });
    if sign_in.is_some() && dashboard::why_not().is_some() {
        tracing::warn!("sign_in is set, and this server has no dashboard to sign in to");
    }
    let state = AppState::new(
        config.limits,
        guard,
        graphql::sdl(),
        Handle::current(),
        seed,
    )
    .with_authority(authority.clone(), Arc::new(SystemClock))
    .with_metrics(metrics.clone(), config.http.metrics)
    .with_boundaries(layers)
    .with_sign_in(sign_in);
    let state = Data::new(state);
    let server =
        http::start(listener, state.clone(), stop).map_err(|error| Failure::because(&error))?;
    let handle = server.handle();
    let mut serving = tokio::spawn(server);
    let refreshing = tokio::spawn(refresh(authority));

    let opened = tokio::select! {
        opened = open(&config) => opened,
        // Told to stop before there was anything to answer from.
        ended = &mut serving => return finished(ended),
    };
    let app = match opened {
        Ok(app) => Arc::new(app),
        Err(error) => {
            handle.stop(false).await;
            return Err(Failure::because(&error));
        }
    };
    state.ready(app.clone());
    let following = tokio::spawn(follow(app, metrics));
    tracing::info!(%address, database = %config.database, "Listening on http://{address}");
    print(&format!("Listening on http://{address}\n"))?;
    let ended = serving.await;
    following.abort();
    refreshing.abort();
    finished(ended)
}

/// The boundaries that the settings name. Which property was taken for the codes is in the log: a
/// file may have several that look alike.
fn boundaries(config: &Config) -> Result<Vec<Layer>, BadBoundaries> {
    let Some(path) = &config.dashboard.boundaries else {
        return Ok(Vec::new());
    };
    let layers = boundaries::read(path)?;
    for Layer {
        name,
        property,
        codes,
        ..
    } in &layers
    {
        let areas = codes.len();
        tracing::info!(
            name,
            property,
            areas,
            "Took the boundaries of {areas} areas from {name}, by the codes in {property:?}"
        );
    }
    Ok(layers)
}

/// The application on its database, migrated and, at the first start, filled.
async fn open(config: &Config) -> Result<App, AppError> {
    let (store, applied) = migrated(config).await?;
    if !applied.is_empty() {
        tracing::info!(
            applied = applied.len(),
            "Applied {} migrations",
            applied.len()
        );
    }
    let mut meter = Meter::new();
    let clock = Arc::new(SystemClock);
    // No page is longer than a `usize` counts on any machine that runs this.
    let max_page = usize::try_from(config.limits.max_page).unwrap_or(usize::MAX);
    let step = &mut |step| meter.show(step);
    let started = App::start(store, clock, max_page, step).await;
    meter.finish();
    let (app, report) = started?;
    if let Some(report) = report {
        let (inserted, revision) = (report.inserted, report.revision);
        tracing::info!(
            inserted,
            revision,
            "Loaded the starter register: {inserted} rows"
        );
    }
    Ok(app)
}

/// Takes up keys that have changed. Apart from [`follow`], since a provider may keep it waiting.
async fn refresh(authority: Arc<Authority>) {
    loop {
        authority.refresh(SystemClock.now()).await;
        tokio::time::sleep(FOLLOW).await;
    }
}

/// Takes up what others commit. Trouble is told when it begins and when it ends, not each second.
async fn follow(app: Arc<App>, metrics: Metrics) {
    let mut is_in_trouble = false;
    loop {
        tokio::time::sleep(FOLLOW).await;
        match app.follow().await {
            Ok(has_changed) => {
                metrics.followed();
                if has_changed {
                    let revision = app.atlas().revision;
                    tracing::info!(revision, "The register is at revision {revision}");
                }
                if is_in_trouble {
                    tracing::info!("The database can be followed again");
                }
                is_in_trouble = false;
            }
            Err(error) => {
                metrics.database_failed();
                if !is_in_trouble {
                    tracing::warn!(%error, "The database cannot be followed: {error}");
                }
                is_in_trouble = true;
            }
        }
    }
}

fn finished(ended: Result<std::io::Result<()>, tokio::task::JoinError>) -> Result<(), Failure> {
    ended
        .map_err(|error| Failure::because(&error))?
        .map_err(|error| Failure::because(&error))?;
    tracing::info!("Stopped");
    Ok(())
}

/// Ends with the first SIGTERM or SIGINT.
#[cfg(unix)]
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("Stopping: finishing the requests in hand");
    })
}

/// Ends with the first Ctrl+C.
#[cfg(not(unix))]
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_ok() {
            tracing::info!("Stopping: finishing the requests in hand");
        }
    })
}
