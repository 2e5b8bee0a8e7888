//! A PostgreSQL server of the test's own, which may be killed.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server in a folder of its own. It keeps what it has acknowledged: fsync stays on.
pub struct Postgres {
    folder: tempfile::TempDir,
    programs: PathBuf,
    port: u16,
    process: Child,
}

impl Postgres {
    /// Makes and starts one; `None` where the server's programs are missing.
    pub fn new() -> Option<Self> {
        let programs = programs()?;
        let folder = tempfile::tempdir().expect("a folder");
        if is_root() {
            let given = Command::new("chown")
                .arg("postgres:")
                .arg(folder.path())
                .status();
            assert!(given.expect("chown").success(), "the folder is postgres's");
        }
        let made = as_owner(&programs.join("initdb"), folder.path())
            .arg("--pgdata=data")
            .args([
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
            ])
            .arg("--no-sync")
            .output()
            .expect("initdb to run");
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        let free = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = free.local_addr().expect("its number").port();
        drop(free);
        let process = start(&programs, folder.path(), port);
        Some(Self {
            folder,
            programs,
            port,
            process,
        })
    }

    /// The address of a database.
    pub fn address(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{database}", self.port)
    }

    /// Runs a statement in the database `postgres`.
    pub fn run(&self, sql: &str) {
        let address = self.address("postgres");
        let psql = Command::new(self.programs.join("psql"));
        let done = { psql }
            .args([&address, "-qc", sql])
            .output()
            .expect("psql to run");
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
    }

    /// Stops it without a checkpoint: as its own emergency stop, or with SIGKILL to it and then to
    /// what it started.
    pub fn crash(&mut self, with_kill: bool) {
        let pid = self.process.id().to_string();
        if with_kill {
            let children = Command::new("ps")
                .args(["-o", "pid=", "--ppid", &pid])
                .output();
            let children = String::from_utf8(children.expect("ps").stdout).expect("numbers");
            let children: Vec<&str> = children.split_whitespace().collect();
            self.process.kill().expect("a signal to our own process");
            // Those that noticed are gone already.
            Command::new("kill")
                .arg("-9")
                .args(children)
                .stderr(Stdio::null())
                .status()
                .expect("kill");
        } else {
            let stop = Command::new("kill").args(["-QUIT", &pid]).status();
            assert!(stop.expect("kill").success());
        }
        self.process.wait().expect("it to be gone");
    }

    /// Starts it again on what it left.
    pub fn restart(&mut self) {
        self.process = start(&self.programs, self.folder.path(), self.port);
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

fn start(programs: &Path, folder: &Path, port: u16) -> Child {
    let began = Instant::now();
    loop {
        let port = port.to_string();
        let mut process = as_owner(&programs.join("postgres"), folder)
            .args(["-D", "data", "-k", "", "-p", &port])
            .args(["-c", "listen_addresses=127.0.0.1"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("postgres to start");
        // The eighth line of this file is the server's own word on how it is.
        let file = folder.join("data/postmaster.pid");
        let pid = process.id().to_string();
        while process.try_wait().expect("its state").is_none() {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            let mut lines = text.lines();
            let is_own = lines.next() == Some(&*pid);
            if is_own && lines.nth(6).is_some_and(|word| word.trim() == "ready") {
                return process;
            }
            assert!(
                began.elapsed() < Duration::from_secs(60),
                "PostgreSQL is not ready"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        // After a kill it refuses to start until the last of the old processes is gone.
        assert!(
            began.elapsed() < Duration::from_secs(60),
            "PostgreSQL does not start"
        );
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// PostgreSQL does not run as root.
fn as_owner(program: &Path, folder: &Path) -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("setpriv");
        command.args([
            "--reuid",
            "postgres",
            "--regid",
            "postgres",
            "--clear-groups",
        ]);
        command.arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir(folder).stdin(Stdio::null());
    command
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().expect("id");
    id.stdout == b"0\n"
}

/// The folder with the newest of the server's programs.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut folders: Vec<PathBuf> = versions
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|folder| folder.join("postgres").is_file() && folder.join("initdb").is_file())
        .collect();
    folders.sort();
    folders.pop()
}
