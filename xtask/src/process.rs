//! Running other programs, and ending them.

use crate::{interrupt, Result};
use std::{
	io::{Read, Write},
	os::unix::process::{CommandExt, ExitStatusExt},
	process::{Child, Command, Stdio},
	sync::mpsc::{self, Receiver},
	thread,
	time::{Duration, Instant},
};

/// How often a running program is looked at.
const POLL: Duration = Duration::from_millis(50);
/// A question to another program is answered within this time, or something is wrong.
const ANSWER_LIMIT: Duration = Duration::from_secs(300);
/// How long what a program has written may take to reach us after its end.
const FLUSH_LIMIT: Duration = Duration::from_secs(5);

/// A program and all that it started itself; ended when dropped.
pub struct Running {
	child: Child,
	ended: bool,
}

impl Running {
	/// Start `command` as the head of a process group of its own: Ctrl-C reaches it only through
	/// us, and ending it ends what it started too.
	pub fn start(command: &mut Command) -> Result<Self> {
		let child = command
			.process_group(0)
			.spawn()
			.map_err(|error| missing(command, &error))?;
		Ok(Self {
			child,
			ended: false,
		})
	}

	/// Its process id.
	pub fn id(&self) -> u32 {
		self.child.id()
	}

	/// Whether it has ended, and with what code; as in a shell, 128 and more means by a signal.
	pub fn has_ended(&mut self) -> Result<Option<i32>> {
		let status = self
			.child
			.try_wait()
			.map_err(|error| format!("cannot wait for process {}: {error}", self.id()))?;
		self.ended = status.is_some();
		let signal = |status: std::process::ExitStatus| status.signal().map(|signal| 128 + signal);
		Ok(status.map(|status| status.code().or(signal(status)).unwrap_or(-1)))
	}

	/// Wait for its end; end it first when interrupted.
	pub fn wait(&mut self) -> Result<i32> {
		loop {
			if let Some(code) = self.has_ended()? {
				return Ok(code);
			}
			interrupt::check()?;
			thread::sleep(POLL);
		}
	}

	/// Ask it to end, and make it end after `patience`.
	pub fn end(&mut self, patience: Duration) {
		if self.ended {
			return;
		}
		signal(self.id(), "TERM");
		let limit = Instant::now() + patience;
		while Instant::now() < limit {
			if matches!(self.has_ended(), Ok(Some(_))) {
				return;
			}
			thread::sleep(POLL);
		}
		self.kill();
	}

	/// End it at once, as a power cut would.
	pub fn kill(&mut self) {
		signal(self.id(), "KILL");
		self.ended = self.child.wait().is_ok();
	}

	/// Let it live on after us.
	pub fn leave(mut self) {
		self.ended = true;
	}
}

impl Drop for Running {
	fn drop(&mut self) {
		self.end(Duration::from_secs(5));
	}
}

/// Send `signal` to the process group `id`. It is no error when nobody is there any more.
pub fn signal(id: u32, signal: &str) {
	let _ = Command::new("sh")
		.args([
			"-c",
			"kill -s \"$1\" -- \"-$2\"",
			"sh",
			signal,
			&id.to_string(),
		])
		.stdout(Stdio::null())
		.stderr(Stdio::null())
		.status();
}

/// What a program said, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
	/// Its exit code.
	pub code: i32,
	/// What it wrote to standard output.
	pub stdout: String,
	/// What it wrote to standard error.
	pub stderr: String,
}

/// What comes of `command`, which gets `input` to read. It is ended when we are interrupted, when
/// `meanwhile`, asked again and again, is an error, or after `limit`; each is an error here too.
pub fn output(
	command: &mut Command,
	input: &str,
	limit: Duration,
	meanwhile: &mut dyn FnMut() -> Result<()>,
) -> Result<Output> {
	let line = line(command);
	let end = Instant::now() + limit;
	let mut running = Running::start(
		command
			.stdin(Stdio::piped())
			.stdout(Stdio::piped())
			.stderr(Stdio::piped()),
	)?;
	let stdout = reader(running.child.stdout.take());
	let stderr = reader(running.child.stderr.take());
	if let Some(mut stdin) = running.child.stdin.take() {
		// A program that does not read to the end says why by its exit code.
		let _ = stdin.write_all(input.as_bytes());
	}
	let code = loop {
		if let Some(code) = running.has_ended()? {
			break code;
		}
		interrupt::check()?;
		meanwhile()?;
		if Instant::now() >= end {
			let seconds = limit.as_secs();
			return Err(format!(
				"`{line}` was ended because it took over {seconds} seconds"
			));
		}
		thread::sleep(POLL);
	};
	let text = |reader: Receiver<String>| {
		reader
			.recv_timeout(FLUSH_LIMIT)
			.map_err(|_| format!("`{line}` left a program behind that keeps its output open"))
	};
	Ok(Output {
		code,
		stdout: text(stdout)?,
		stderr: text(stderr)?,
	})
}

/// Reads on a thread of its own, so that a program that says much is never kept waiting.
fn reader(stream: Option<impl Read + Send + 'static>) -> Receiver<String> {
	let (sender, receiver) = mpsc::channel();
	thread::spawn(move || {
		let mut bytes = vec![];
		if let Some(mut stream) = stream {
			let _ = stream.read_to_end(&mut bytes);
		}
		// Nobody listens any more when the program had to be ended.
		let _ = sender.send(String::from_utf8_lossy(&bytes).into_owned());
	});
	receiver
}

/// Run `command` with its output passed through; an error unless it succeeds.
pub fn run(command: &mut Command) -> Result<()> {
	let line = line(command);
	match Running::start(command.stdin(Stdio::null()))?.wait()? {
		0 => Ok(()),
		code => Err(format!("`{line}` failed with exit code {code}")),
	}
}

/// What `command` prints; an error unless it succeeds.
pub fn stdout(command: &mut Command) -> Result<String> {
	answer(command, "")
}

/// What `command` prints when it reads `input`; an error unless it succeeds.
pub fn answer(command: &mut Command, input: &str) -> Result<String> {
	let output = output(command, input, ANSWER_LIMIT, &mut || Ok(()))?;
	if output.code != 0 {
		let reason = output
			.stderr
			.lines()
			.last()
			.unwrap_or("it says nothing")
			.trim()
			.to_string();
		return Err(format!("`{}` failed: {reason}", line(command)));
	}
	Ok(output.stdout)
}

/// Whether `command` runs and succeeds; what it prints does not matter.
pub fn succeeds(command: &mut Command) -> bool {
	command
		.stdin(Stdio::null())
		.stdout(Stdio::null())
		.stderr(Stdio::null())
		.status()
		.is_ok_and(|status| status.success())
}

/// `command` as a person would type it.
pub fn line(command: &Command) -> String {
	let variables = command.get_envs().filter_map(|(key, value)| {
		Some(format!(
			"{}={}",
			key.to_string_lossy(),
			quoted(&value?.to_string_lossy())
		))
	});
	let program = std::iter::once(command.get_program()).chain(command.get_args());
	variables
		.chain(program.map(|word| quoted(&word.to_string_lossy())))
		.collect::<Vec<_>>()
		.join(" ")
}

fn quoted(word: &str) -> String {
	if word.is_empty() || word.contains([' ', '"', '$', '*', ';', '|', '&', '{', '(']) {
		format!("'{word}'")
	} else {
		word.to_string()
	}
}

fn missing(command: &Command, error: &std::io::Error) -> String {
	format!(
		"cannot run {}: {error}",
		command.get_program().to_string_lossy()
	)
}

#[cfg(test)]
pub mod tests {
	use super::*;

	/// An executable shell script. Another process writes it: while we hold a file open to write,
	/// a test beside us may fork, and what is open for writing cannot be executed.
	pub fn script(path: &std::path::Path, body: &str) {
		let write = "printf '#!/bin/sh\\n%s\\n' \"$1\" > \"$0\" && chmod +x \"$0\"";
		let status = Command::new("sh")
			.args(["-c", write])
			.arg(path)
			.arg(body)
			.status();
		assert!(
			status.is_ok_and(|status| status.success()),
			"the folder is ours"
		);
	}

	#[test]
	fn works_and_prints_what_it_ran() {
		let mut command = Command::new("echo");
		command.env("WHO", "a person").args(["one", "two words"]);
		assert_eq!(line(&command), "WHO='a person' echo one 'two words'");
		assert_eq!(stdout(&mut command), Ok("one two words\n".to_string()));
	}

	#[test]
	fn fails_when_the_program_fails() {
		assert_eq!(
			run(&mut Command::new("false")),
			Err("`false` failed with exit code 1".to_string())
		);
		assert_eq!(
			stdout(Command::new("sh").args(["-c", "echo why >&2; exit 3"])),
			Err("`sh -c 'echo why >&2; exit 3'` failed: why".to_string())
		);
	}

	#[test]
	fn works_with_much_output_input_and_an_exit_code() {
		let mut command = Command::new("sh");
		command.args([
			"-c",
			"cat; head -c 300000 /dev/zero | tr '\\0' x >&2; exit 4",
		]);
		let output = output(&mut command, "in", Duration::from_secs(60), &mut || Ok(()));
		let output = output.expect("sh is everywhere");
		assert_eq!((output.code, output.stdout.as_str()), (4, "in"));
		assert_eq!(output.stderr.len(), 300_000);
	}

	#[test]
	fn works_with_a_program_that_a_signal_ended() {
		let error = run(Command::new("sh").args(["-c", "kill -KILL $$"]));
		let text = "`sh -c 'kill -KILL $$'` failed with exit code 137";
		assert_eq!(error, Err(text.to_string()));
	}

	#[test]
	fn fails_when_the_program_takes_too_long() {
		let mut command = Command::new("sh");
		command.args(["-c", "sleep 60; true"]);
		let started = Instant::now();
		assert_eq!(
			output(&mut command, "", Duration::from_secs(1), &mut || Ok(())),
			Err("`sh -c 'sleep 60; true'` was ended because it took over 1 seconds".to_string())
		);
		assert!(started.elapsed() < Duration::from_secs(30));
	}

	#[test]
	fn fails_when_something_happens_meanwhile() {
		let mut command = Command::new("sleep");
		let mut died = || Err("alice ended".to_string());
		assert_eq!(
			output(command.arg("60"), "", Duration::from_secs(60), &mut died),
			Err("alice ended".to_string())
		);
	}

	#[test]
	fn fails_when_the_program_is_missing() {
		let error = run(&mut Command::new("no-such-program")).expect_err("there is none");
		assert!(error.starts_with("cannot run no-such-program: "), "{error}");
	}

	#[test]
	fn works_to_end_a_program_and_what_it_started() {
		// GIVEN a program that starts another
		let mut command = Command::new("sh");
		command
			.args(["-c", "sleep 60 & echo $!; wait"])
			.stdout(Stdio::piped());
		let mut running = Running::start(&mut command).expect("sh is everywhere");
		let mut text = String::new();
		let mut reader = std::io::BufReader::new(running.child.stdout.take().expect("piped"));
		std::io::BufRead::read_line(&mut reader, &mut text).expect("it prints a process id");

		// WHEN it is ended
		running.end(Duration::from_secs(5));

		// THEN both are gone
		assert!(running.ended);
		let gone = interrupt::until(Duration::from_secs(5), POLL, || {
			let state = std::fs::read_to_string(format!("/proc/{}/stat", text.trim()));
			Ok(state.map_or(Some(()), |state| state.contains(") Z ").then_some(())))
		});
		assert_eq!(gone, Ok(Some(())));
	}
}
