//! The real server, started and killed.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use tests::db::POSTGRES;

/// A server under test.
pub struct Server {
    process: Child,
    /// Where it listens.
    pub address: String,
}

/// The program that cargo built beside this test.
pub fn program() -> PathBuf {
    let test = std::env::current_exe().expect("the path of this test");
    let folder = test.parent().and_then(Path::parent).expect("target/debug");
    let program = folder.join("throughcare");
    assert!(
        program.is_file(),
        "If you are here because {} is missing: cargo test --workspace builds it, and so does cargo build.",
        program.display()
    );
    program
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(program());
    command.args(arguments).env_remove(POSTGRES);
    command.env("THROUGHCARE_LOG", "off").stdin(Stdio::null());
    command
}

/// A token for an administrator, signed by the keys in a file.
pub fn token(database: &str, keys: &str) -> String {
    let arguments = ["token", "--database", database, "--keys", keys];
    let made = command(&arguments).args(["--role", "admin"]).output();
    let made = made.expect("the program to run");
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    String::from_utf8(made.stdout)
        .expect("text")
        .trim()
        .to_owned()
}

impl Server {
    /// Starts, and waits until the server says that it listens.
    pub fn start(database: &str, keys: &str) -> Self {
        let arguments = [
            "serve",
            "--bind",
            "127.0.0.1:0",
            "--database",
            database,
            "--keys",
            keys,
        ];
        let mut process = command(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server to start");
        let mut line = String::new();
        let output = process.stdout.take().expect("its output");
        BufReader::new(output).read_line(&mut line).expect("a line");
        let Some(address) = line.trim().strip_prefix("Listening on http://") else {
            let mut told = String::new();
            if let Some(mut errors) = process.stderr.take() {
                errors.read_to_string(&mut told).expect("its errors");
            }
            panic!("the server did not start: {line}{told}");
        };
        Self {
            address: address.to_owned(),
            process,
        }
    }

    /// Kills it at once: SIGKILL, which it cannot see coming.
    pub fn kill(mut self) {
        self.process.kill().expect("a signal to our own process");
        self.process.wait().expect("it to be gone");
    }
}

/// A test that failed leaves no server behind.
impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// Asks over HTTP; an error is a server that went away.
pub fn ask(address: &str, token: &str, query: &str, variables: Value) -> std::io::Result<Value> {
    let body = json!({ "query": query, "variables": variables }).to_string();
    let head = format!(
        "POST /graphql HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {token}\r\n\
         content-type: application/json\r\naccept: application/json\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    let text = exchange(address, &(head + &body))?;
    let json = text
        .find('{')
        .and_then(|at| serde_json::from_str(text[at..].trim_end()).ok());
    json.ok_or_else(|| std::io::Error::other(format!("no whole answer: {text}")))
}

/// Whether a server says that it is ready.
pub fn is_ready(address: &str) -> bool {
    let head = format!("GET /readyz HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    exchange(address, &head).is_ok_and(|text| text.starts_with("HTTP/1.1 200"))
}

fn exchange(address: &str, request: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.write_all(request.as_bytes())?;
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    Ok(text)
}
