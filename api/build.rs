//! Builds the dashboard, where Node and npm are there, and makes a table of its files for the
//! server. Whatever goes wrong ends in a warning and a server without the dashboard, which says
//! so on its first page: `cargo build` never fails over it.

use std::error::Error;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// `skip` leaves the dashboard out; `require` fails where it cannot be built; anything else tries.
const WANTED: &str = "THROUGHCARE_DASHBOARD";

/// What the pages are made of. `dashboard/node_modules` and `dashboard/generated` are made, so
/// they are not listed: a change of Rust alone runs no npm.
const SOURCES: &[&str] = &[
    "build.rs",
    "../schema.graphql",
    "dashboard/package.json",
    "dashboard/package-lock.json",
    "dashboard/vite.config.ts",
    "dashboard/index.html",
    "dashboard/graphiql.html",
    "dashboard/public",
    "dashboard/scripts",
    "dashboard/src",
];

fn main() -> Outcome<()> {
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
    }
    println!("cargo::rerun-if-env-changed={WANTED}");
    let out = PathBuf::from(variable("OUT_DIR")?);
    let wanted = variable(WANTED).unwrap_or_default();
    let built = out.join("dashboard");
    let outcome = if wanted == "skip" {
        Err(format!("{WANTED} is skip").into())
    } else {
        build(&built).and_then(|()| table(&built))
    };
    let table = match outcome {
        Ok(table) => table,
        Err(error) if wanted == "require" => return Err(error),
        Err(error) => {
            // Node may be found once it is installed.
            println!("cargo::rerun-if-env-changed=PATH");
            println!(
                "cargo::warning=The server is built without the dashboard: {error}. With Node 20.19 or later and npm: touch api/build.rs, and build again."
            );
            without(&error.to_string())
        }
    };
    fs::write(out.join("dashboard.rs"), table)?;
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "cargo speaks to a build script in variables"
)]
fn variable(name: &str) -> Outcome<String> {
    Ok(env::var(name).map_err(|error| format!("{name}: {error}"))?)
}

/// Installs what is missing and builds the pages into a folder.
fn build(into: &Path) -> Outcome<()> {
    let folder = Path::new("dashboard");
    let version = run(Command::new("node").arg("--version").current_dir(folder))
        .map_err(|_| "node was not found")?;
    if !is_new_enough(&version) {
        return Err(format!("node is {}, which is too old", version.trim()).into());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let is_installed = run(Command::new("node")
        .arg("scripts/installed.mjs")
        .current_dir(folder))
    .is_ok();
    if !is_installed {
        // Tools of the tests stay out, and no package runs a program of its own.
        run(Command::new(npm)
            .args([
                "ci",
                "--omit=dev",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
            ])
            .args(["--fetch-retries=1", "--fetch-timeout=60000"])
            .current_dir(folder))
        .map_err(|error| format!("npm ci failed: {error}"))?;
    }
    run(Command::new(npm)
        .args(["run", "--silent", "build"])
        .env("THROUGHCARE_DASHBOARD_INTO", into)
        .current_dir(folder))
    .map_err(|error| format!("npm run build failed: {error}").into())
    .map(drop)
}

/// What the program printed; the last thing that it complained of, where it failed.
fn run(command: &mut Command) -> Outcome<String> {
    let output = command.stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let lines: Vec<&str> = told
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .collect();
    let is_error = |line: &&str| line.to_lowercase().contains("error");
    let first = lines.iter().position(is_error).unwrap_or_default();
    let said: Vec<&str> = lines.into_iter().skip(first).take(2).collect();
    Err(said.join(" ").into())
}

fn is_new_enough(version: &str) -> bool {
    let mut numbers = version.trim().trim_start_matches('v').split('.');
    let mut next = || numbers.next().and_then(|n| n.parse::<u32>().ok());
    (next(), next()) >= (Some(20), Some(19))
}

/// The table of a server without pages.
fn without(why: &str) -> String {
    format!(
        "pub const WHY_NOT: Option<&str> = Some({why:?});\npub const FILES: &[File] = &[];\n\
         const ROUTES: &str = \"\";\nconst DOCUMENTS: &str = \"{{}}\";\n"
    )
}

/// The table of what was built: files with their compressed twins, addresses and documents.
fn table(built: &Path) -> Outcome<String> {
    let mut table =
        String::from("pub const WHY_NOT: Option<&str> = None;\npub const FILES: &[File] = &[\n");
    let served = built.join("served");
    let mut files = Vec::new();
    list(&served, &mut files)?;
    for path in files.iter().filter(|path| ending(path) != "gz") {
        let name = path
            .strip_prefix(&served)?
            .to_string_lossy()
            .replace('\\', "/");
        let twin = path.with_file_name(format!(
            "{}.gz",
            path.file_name().unwrap_or_default().to_string_lossy()
        ));
        let gzip = if twin.exists() {
            format!("Some(include_bytes!({:?}))", twin.display().to_string())
        } else {
            "None".to_owned()
        };
        writeln!(
            table,
            "    File {{ path: {:?}, kind: {:?}, plain: include_bytes!({:?}), gzip: {gzip} }},",
            format!("/{name}"),
            kind(ending(path))?,
            path.display().to_string(),
        )?;
    }
    table.push_str("];\n");
    for (name, file) in [("ROUTES", "routes.txt"), ("DOCUMENTS", "documents.json")] {
        let path = built.join(file).display().to_string();
        writeln!(table, "const {name}: &str = include_str!({path:?});")?;
    }
    Ok(table)
}

fn list(folder: &Path, into: &mut Vec<PathBuf>) -> Outcome<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, into)?;
        } else {
            into.push(path);
        }
    }
    into.sort();
    Ok(())
}

fn ending(path: &Path) -> &str {
    path.extension().and_then(OsStr::to_str).unwrap_or_default()
}

fn kind(ending: &str) -> Outcome<&'static str> {
    Ok(match ending {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json; charset=utf-8",
        "ttf" => "font/ttf",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        other => {
            return Err(
                format!("the dashboard has a .{other}: say in api/build.rs what it is").into(),
            );
        }
    })
}
