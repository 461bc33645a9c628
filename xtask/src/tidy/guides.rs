//! Guides may only tell people to run what exists: every `cargo xtask …` in the documentation is
//! held against the real command line.

use super::{read, Problems, SourceFile};
use crate::{Cli, Result};
use clap::CommandFactory;

const PROGRAM: &str = "cargo xtask ";

/// Check every Markdown file.
pub fn check(files: &[SourceFile]) -> Result<Problems> {
	let mut problems = vec![];
	for file in files.iter().filter(|file| file.has_extension(&["md"])) {
		for (index, line) in read(&file.path)?.lines().enumerate() {
			for words in commands(line) {
				if let Err(word) = known(&words) {
					let place = format!("{}:{}", file.name, index + 1);
					problems.push(format!("{place}: there is no `cargo xtask {word}`"));
				}
			}
		}
	}
	Ok(problems)
}

/// The words after each `cargo xtask` of a line, up to where the command ends.
fn commands(line: &str) -> Vec<Vec<&str>> {
	line.split(PROGRAM)
		.skip(1)
		.map(|rest| {
			let end = rest.find(['`', '#', '|', '&', ';', '(', ')', '…', ',']);
			let command = end.map_or(rest, |end| &rest[..end]);
			let is_word =
				|word: &&str| word.starts_with(|c: char| c.is_ascii_lowercase() || c == '-');
			command.split_whitespace().take_while(is_word).collect()
		})
		.collect()
}

/// Whether the command line has these words; otherwise the words up to the first it does not have.
fn known(words: &[&str]) -> std::result::Result<(), String> {
	let mut command = Cli::command();
	command.build();
	for (index, word) in words.iter().enumerate() {
		let exists = match word.strip_prefix("--") {
			Some(option) => command
				.get_arguments()
				.any(|known| known.get_long() == Some(option)),
			None => match command.find_subcommand(word) {
				Some(subcommand) => {
					command = subcommand.clone();
					true
				},
				// After a complete command comes prose.
				None => index > 0 && !command.has_subcommands(),
			},
		};
		if !exists {
			return Err(words[..=index].join(" "));
		}
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::{
		super::{files, tests::tree},
		*,
	};

	fn problems(text: &str) -> Problems {
		let root = tree(&[("docs/guide.md", text)]);
		check(&files(root.path()).expect("it can be read")).expect("it can be read")
	}

	#[test]
	fn works_with_commands_that_exist() {
		for text in [
			"Run `cargo xtask demo --exit`, then `cargo xtask localnet up --detach`.",
			"    cargo xtask test --fast   # leaves out the network",
			"`cargo xtask …` is the way; `cargo xtask NAME` too.",
			"cargo xtask localnet down && cargo xtask tidy",
			"Start with cargo xtask demo and read on.",
		] {
			assert_eq!(problems(text), Problems::new(), "{text}");
		}
	}

	#[test]
	fn fails_when_a_command_or_option_does_not_exist() {
		for (text, words) in [
			("\n`cargo xtask demonstrate`", "demonstrate"),
			("\n`cargo xtask localnet sideways`", "localnet sideways"),
			("\n`cargo xtask demo --loud`", "demo --loud"),
		] {
			let found = problems(text);
			assert_eq!(
				found,
				[format!(
					"docs/guide.md:2: there is no `cargo xtask {words}`"
				)]
			);
		}
	}
}
