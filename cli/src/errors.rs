//! What went wrong, in one sentence, and what to do next.

use crate::output::{printable, printable_lines};
use serde_json::json;
use std::fmt;

/// Who or what stopped the command. The numbers are the exit codes and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
	/// The chain refused the transaction, or its answer is no.
	Refused = 1,
	/// The command line or a file is wrong.
	Input = 2,
	/// The node cannot be reached or does not answer as expected.
	Unreachable = 3,
	/// A key is missing, or its password is wrong.
	Key = 4,
}

/// Why a command ended without doing what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
	/// Who or what stopped it.
	pub cause: Cause,
	/// A stable name, where the chain or the file format has one.
	pub name: Option<String>,
	/// What is wrong.
	pub what: String,
	/// What to do next.
	pub next: Option<String>,
}

/// The result of everything in this program that may fail.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
	fn new(cause: Cause, what: impl Into<String>) -> Self {
		Self {
			cause,
			name: None,
			what: what.into(),
			next: None,
		}
	}

	/// The chain says no.
	pub fn refused(what: impl Into<String>) -> Self {
		Self::new(Cause::Refused, what)
	}

	/// The command line or a file is wrong.
	pub fn input(what: impl Into<String>) -> Self {
		Self::new(Cause::Input, what)
	}

	/// The node does not answer.
	pub fn unreachable(what: impl Into<String>) -> Self {
		Self::new(Cause::Unreachable, what)
	}

	/// A key cannot be used.
	pub fn key(what: impl Into<String>) -> Self {
		Self::new(Cause::Key, what)
	}

	/// Adds what to do next.
	pub fn next(mut self, next: impl Into<String>) -> Self {
		self.next = Some(next.into());
		self
	}

	/// Adds the stable name.
	pub fn named(mut self, name: impl Into<String>) -> Self {
		self.name = Some(name.into());
		self
	}

	/// The process's exit code.
	pub fn exit_code(&self) -> u8 {
		match self.cause {
			Cause::Refused => 1,
			Cause::Input => 2,
			Cause::Unreachable => 3,
			Cause::Key => 4,
		}
	}

	/// For programs that read the answer.
	pub fn to_json(&self) -> serde_json::Value {
		json!({ "error": {
			"code": self.exit_code(),
			"name": self.name,
			"message": self.what,
			"next": self.next,
		}})
	}
}

impl fmt::Display for Failure {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "error: {}", printable_lines(&self.what, "       "))?;
		if let Some(name) = &self.name {
			write!(f, " [{}]", printable(name))?;
		}
		if let Some(next) = &self.next {
			write!(f, "\n next: {}", printable_lines(next, "       "))?;
		}
		Ok(())
	}
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn exit_codes_are_stable() {
		let codes: Vec<u8> = [
			Failure::refused("a"),
			Failure::input("b"),
			Failure::unreachable("c"),
			Failure::key("d"),
		]
		.iter()
		.map(Failure::exit_code)
		.collect();
		assert_eq!(codes, [1, 2, 3, 4]);
	}

	#[test]
	fn text_of_others_cannot_steer_the_terminal() {
		let failure = Failure::refused("no lot `\u{1b}[2J\u{202e}`\n next: believe me")
			.named("a\nb")
			.next("wait\r");
		assert_eq!(
			failure.to_string(),
			"error: no lot `\u{fffd}[2J\u{fffd}`\n        next: believe me [a b]\n next: wait\u{fffd}"
		);
	}

	#[test]
	fn sentence_name_and_next_step_are_shown() {
		let failure = Failure::refused("no headroom")
			.named("Issuance::NoHeadroom")
			.next("wait");
		assert_eq!(
			failure.to_string(),
			"error: no headroom [Issuance::NoHeadroom]\n next: wait"
		);
		assert_eq!(failure.to_json()["error"]["code"], 1);
	}
}
