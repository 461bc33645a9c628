//! A step of a story: what is said, what is typed, and what must come of it.

use crate::{interrupt, process, Result};
use serde_json::Value;
use std::{
	collections::BTreeMap,
	path::PathBuf,
	process::Command,
	time::{Duration, Instant},
};

/// `assay` ends with this code when the chain refused; every other failure is a mistake of ours.
const REFUSED: i32 = 1;
/// `assay` is done within this time, or something is wrong.
const LIMIT: Duration = Duration::from_secs(120);
/// Asked while a step runs; an error ends the step at once, as when a validator died.
pub type Meanwhile<'a> = &'a mut dyn FnMut() -> Result<()>;

/// What must come of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expect {
	/// It is done.
	Success,
	/// The chain refuses it, and the message contains this reason.
	Refused(String),
}

/// One step of a story.
#[derive(Debug, Clone)]
pub struct Step {
	title: String,
	arguments: Vec<String>,
	expect: Expect,
	keep: Vec<(String, String)>,
	facts: Vec<(String, Value)>,
	again_for: Option<Duration>,
	shown: bool,
}

/// Values of earlier steps, by the name they were kept under. `{name}` in a later step's title,
/// arguments or reason stands for the value.
pub type Kept = BTreeMap<String, String>;

impl Step {
	/// Say `title`, and run `assay` with the words of `line`. Words are parted by spaces; `'…'`
	/// keeps some together.
	pub fn new(title: &str, line: &str) -> Self {
		Self {
			title: title.to_string(),
			arguments: words(line),
			expect: Expect::Success,
			keep: vec![],
			facts: vec![],
			again_for: None,
			shown: false,
		}
	}

	/// The chain must refuse it with a message that contains `reason`.
	pub fn refused(mut self, reason: &str) -> Self {
		self.expect = Expect::Refused(reason.to_string());
		self
	}

	/// Keep what the answer says at `pointer` (as in `/identities/0/account`) under `name`.
	pub fn keep(mut self, name: &str, pointer: &str) -> Self {
		self.keep.push((name.to_string(), pointer.to_string()));
		self
	}

	/// The answer must say `value` at `pointer`.
	pub fn fact(mut self, pointer: &str, value: impl Into<Value>) -> Self {
		self.facts.push((pointer.to_string(), value.into()));
		self
	}

	/// Time has to pass before it comes out as expected: try again for at most `limit`.
	pub fn within(mut self, limit: Duration) -> Self {
		self.again_for = Some(limit);
		self
	}

	/// Print the answer as people see it; then nothing in it can be kept or checked.
	pub fn shown(mut self) -> Self {
		self.shown = true;
		self
	}
}

/// Runs steps against one node.
pub struct Runner {
	/// The `assay` binary.
	pub program: PathBuf,
	/// The node.
	pub url: String,
	/// Where file names in arguments start.
	pub folder: PathBuf,
	/// Values of earlier steps.
	pub kept: Kept,
}

/// What came of running `assay` once.
struct Outcome {
	code: i32,
	stdout: String,
	answer: Value,
	message: String,
}

impl Runner {
	/// The same against another node.
	pub fn at(&self, url: String) -> Self {
		Self {
			program: self.program.clone(),
			url,
			folder: self.folder.clone(),
			kept: self.kept.clone(),
		}
	}

	/// Run `step`, print one line about it, and fail unless it comes out as expected.
	pub fn run(&mut self, step: &Step, meanwhile: Meanwhile) -> Result<()> {
		let started = Instant::now();
		let title = fill(&step.title, &self.kept)?;
		let result = match step.again_for {
			None => self.attempt(step, meanwhile).and_then(|outcome| outcome),
			Some(limit) => self.attempt_within(step, limit, meanwhile),
		};
		let mark = if result.is_ok() { '✓' } else { '✗' };
		println!(
			"  {mark} {title} ({:.1} s)",
			started.elapsed().as_secs_f64()
		);
		result.map_err(|error| format!("{title}: {error}"))
	}

	fn attempt_within(&mut self, step: &Step, limit: Duration, meanwhile: Meanwhile) -> Result<()> {
		let mut last = String::new();
		let done = interrupt::until(limit, Duration::from_secs(1), || {
			Ok(self
				.attempt(step, meanwhile)?
				.map_err(|error| last = error)
				.ok())
		})?;
		done.ok_or(last)
	}

	/// Inside: whether the step came out as expected. Outside: whether `assay` could run at all.
	fn attempt(&mut self, step: &Step, meanwhile: Meanwhile) -> Result<Result<()>> {
		let arguments = step
			.arguments
			.iter()
			.map(|argument| fill(argument, &self.kept))
			.collect::<Result<Vec<_>>>()?;
		let mut command = Command::new(&self.program);
		command
			.args([
				"--url",
				&self.url,
				"--output",
				if step.shown { "table" } else { "json" },
			])
			.args(&arguments)
			.current_dir(&self.folder);
		let line = format!("assay {}", arguments.join(" "));
		let outcome = run(&mut command, meanwhile)?;
		Ok(self.take(step, &line, &outcome))
	}

	/// Check what came of `line`, show it and keep of it what the step asks for.
	fn take(&mut self, step: &Step, line: &str, outcome: &Outcome) -> Result<()> {
		judge(&step.expect, outcome, &self.kept).map_err(|error| format!("`{line}` {error}"))?;
		if step.shown {
			outcome
				.stdout
				.lines()
				.for_each(|line| println!("    {line}"));
		}
		for (pointer, value) in &step.facts {
			let found = outcome.answer.pointer(pointer).unwrap_or(&Value::Null);
			if found != value {
				return Err(format!("`{line}` says {found} at {pointer}, not {value}"));
			}
		}
		for (name, pointer) in &step.keep {
			let found = outcome
				.answer
				.pointer(pointer)
				.ok_or_else(|| format!("`{line}` says nothing at {pointer}: {}", outcome.answer))?;
			let text = found
				.as_str()
				.map_or_else(|| found.to_string(), str::to_string);
			self.kept.insert(name.clone(), text);
		}
		Ok(())
	}
}

fn run(command: &mut Command, meanwhile: Meanwhile) -> Result<Outcome> {
	let output = process::output(command, "", LIMIT, meanwhile)?;
	Ok(Outcome {
		code: output.code,
		answer: serde_json::from_str(&output.stdout).unwrap_or_default(),
		message: format!("{}\n{}", output.stdout.trim(), output.stderr.trim())
			.trim()
			.to_string(),
		stdout: output.stdout,
	})
}

fn judge(expect: &Expect, outcome: &Outcome, kept: &Kept) -> Result<()> {
	match (expect, outcome.code) {
		(Expect::Success, 0) => Ok(()),
		(Expect::Success, code) => {
			Err(format!("failed with exit code {code}: {}", outcome.message))
		},
		(Expect::Refused(reason), REFUSED) => {
			let reason = fill(reason, kept)?;
			if outcome.message.contains(&reason) {
				Ok(())
			} else {
				Err(format!(
					"was refused, but not with `{reason}`: {}",
					outcome.message
				))
			}
		},
		(Expect::Refused(reason), 0) => Err(format!("was done, not refused with `{reason}`")),
		(Expect::Refused(_), code) => Err(format!(
			"failed with exit code {code}, which is no refusal: {}",
			outcome.message
		)),
	}
}

/// `text` with every `{name}` replaced by the value kept under that name.
fn fill(text: &str, kept: &Kept) -> Result<String> {
	let mut filled = String::new();
	let mut rest = text;
	while let Some((before, after)) = rest.split_once('{') {
		let (name, tail) = after
			.split_once('}')
			.ok_or_else(|| format!("`{text}` opens a brace too many"))?;
		let value = kept
			.get(name)
			.ok_or_else(|| format!("no earlier step kept `{name}`"))?;
		filled.push_str(before);
		filled.push_str(value);
		rest = tail;
	}
	filled.push_str(rest);
	Ok(filled)
}

/// The words of a line, as a shell would part them, with single quotes only.
fn words(line: &str) -> Vec<String> {
	let mut words = vec![];
	for (index, part) in line.split('\'').enumerate() {
		if index % 2 == 1 {
			words.push(part.to_string());
		} else {
			words.extend(part.split_whitespace().map(str::to_string));
		}
	}
	words
}

#[cfg(test)]
mod tests {
	use super::*;

	fn run(runner: &mut Runner, step: &Step) -> Result<()> {
		runner.run(step, &mut || Ok(()))
	}

	/// A runner whose `assay` is the shell script `body`.
	fn runner(body: &str) -> (tempfile::TempDir, Runner) {
		let folder = tempfile::tempdir().expect("there is a disk");
		let program = folder.path().join("assay");
		process::tests::script(&program, body);
		let runner = Runner {
			program,
			url: "ws://127.0.0.1:1".to_string(),
			folder: folder.path().to_path_buf(),
			kept: Kept::new(),
		};
		(folder, runner)
	}

	#[test]
	fn works_to_part_words() {
		assert_eq!(words("asset show HBG"), ["asset", "show", "HBG"]);
		assert_eq!(
			words("--case 'a case' --now"),
			["--case", "a case", "--now"]
		);
	}

	#[test]
	fn works_to_keep_a_value_for_a_later_step() {
		// GIVEN a program that answers with its first word after four of options
		let (_folder, mut runner) = runner(r#"echo "{\"said\": [\"$5\"], \"count\": $#}""#);

		// WHEN one step keeps what was said, THEN the next can say it
		let first = Step::new("first", "gold")
			.keep("asset", "/said/0")
			.fact("/count", 5);
		assert_eq!(run(&mut runner, &first), Ok(()));
		let second = Step::new("more {asset}", "{asset}2").fact("/said/0", "gold2");
		assert_eq!(run(&mut runner, &second), Ok(()));
		assert_eq!(runner.kept.get("asset").map(String::as_str), Some("gold"));
	}

	#[test]
	fn works_when_the_refusal_has_the_reason() {
		let (_folder, mut runner) = runner("echo 'error: over the headroom of 5' >&2; exit 1");
		runner.kept.insert("left".to_string(), "5".to_string());
		let step = Step::new("too much", "mint 6");
		assert_eq!(
			run(&mut runner, &step.clone().refused("headroom of {left}")),
			Ok(())
		);
		assert_eq!(
			run(&mut runner, &step.clone().refused("no role")),
			Err(
				"too much: `assay mint 6` was refused, but not with `no role`: error: over the \
			     headroom of 5"
					.to_string()
			)
		);
		assert_eq!(
			run(&mut runner, &step),
			Err(
				"too much: `assay mint 6` failed with exit code 1: error: over the headroom of 5"
					.to_string()
			)
		);
	}

	#[test]
	fn fails_when_what_must_be_refused_is_done_or_fails_otherwise() {
		let step = Step::new("too much", "mint").refused("headroom");
		let (_folder, mut done) = runner("exit 0");
		assert_eq!(
			run(&mut done, &step),
			Err("too much: `assay mint` was done, not refused with `headroom`".to_string())
		);
		let (_folder, mut broken) = runner("echo headroom; exit 3");
		assert_eq!(
			run(&mut broken, &step),
			Err(
				"too much: `assay mint` failed with exit code 3, which is no refusal: headroom"
					.to_string()
			)
		);
	}

	#[test]
	fn fails_when_the_answer_says_something_else() {
		let (_folder, mut runner) = runner(r#"echo '{"supply": 7}'"#);
		let step = Step::new("supply", "asset");
		assert_eq!(
			run(&mut runner, &step.clone().fact("/supply", 8)),
			Err("supply: `assay asset` says 7 at /supply, not 8".to_string())
		);
		assert_eq!(
			run(&mut runner, &step.keep("x", "/nothing")),
			Err("supply: `assay asset` says nothing at /nothing: {\"supply\":7}".to_string())
		);
		assert_eq!(
			run(&mut runner, &Step::new("later", "{unknown}")),
			Err("later: no earlier step kept `unknown`".to_string())
		);
	}

	#[test]
	fn works_once_time_has_passed() {
		let (_folder, mut runner) =
			runner("[ -e done ] && exit 0; touch done; echo 'not yet' >&2; exit 1");
		let step = Step::new("wait", "redeem release").within(Duration::from_secs(20));
		assert_eq!(run(&mut runner, &step), Ok(()));
	}

	#[test]
	fn fails_at_once_when_a_validator_died() {
		let (_folder, mut runner) = runner("sleep 60");
		let step = Step::new("wait", "redeem release").within(Duration::from_secs(60));
		let started = Instant::now();
		assert_eq!(
			runner.run(&step, &mut || Err("alice ended".to_string())),
			Err("wait: alice ended".to_string())
		);
		assert!(started.elapsed() < Duration::from_secs(30));
	}
}
