//! What building needs, and how it gets there when it is missing.

use crate::{process, workspace::Workspace, Result};
use std::{path::Path, process::Command};

/// What a cold build fills at most, in GiB.
const COLD_BUILD_GIB: u64 = 15;

/// What the runtime is compiled to.
const WASM_TARGET: &str = "wasm32v1-none";

/// Something from the distribution: how to see that it is there, and why it is needed.
struct Requirement {
	package: &'static str,
	check: &'static [&'static str],
	why: &'static str,
}

/// Debian's names. A fresh machine has none of them.
const REQUIREMENTS: [Requirement; 4] = [
	Requirement {
		package: "build-essential",
		check: &["cc", "--version"],
		why: "links every program",
	},
	Requirement {
		package: "protobuf-compiler",
		check: &["protoc", "--version"],
		why: "the network code is generated from protobuf files",
	},
	Requirement {
		package: "pkg-config",
		check: &["pkg-config", "--version"],
		why: "finds OpenSSL",
	},
	Requirement {
		package: "libssl-dev",
		check: &["pkg-config", "--exists", "openssl"],
		why: "OpenSSL from the system saves five minutes of compiling it",
	},
];

/// Look for everything, install what is missing, and say so.
pub fn run(workspace: &Workspace) -> Result<()> {
	check_disk(workspace)?;
	install_packages()?;
	install_toolchain(workspace)
}

fn install_packages() -> Result<()> {
	let missing: Vec<&Requirement> = REQUIREMENTS
		.iter()
		.filter(|requirement| !is_there(requirement))
		.collect();
	if missing.is_empty() {
		return Ok(());
	}
	for requirement in &missing {
		println!("Installing {}: {}", requirement.package, requirement.why);
	}
	let packages: Vec<&str> = missing
		.iter()
		.map(|requirement| requirement.package)
		.collect();
	let by_hand = format!("run: sudo apt-get install {}", packages.join(" "));
	let Some(prefix) = becoming_root() else {
		return Err(format!(
			"{} must be installed, which needs root; {by_hand}",
			packages.join(", ")
		));
	};
	let apt = |arguments: &[&str]| {
		let mut words = prefix
			.iter()
			.copied()
			.chain(["apt-get"])
			.chain(arguments.iter().copied());
		let mut command = Command::new(words.next().unwrap_or("apt-get"));
		command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
		process::run(&mut command)
	};
	let install = [
		&["install", "-y", "--no-install-recommends"],
		packages.as_slice(),
	]
	.concat();
	// The lists of a fresh machine are empty or old: then they are fetched first.
	if apt(&install).is_err() {
		apt(&["update"])
			.and_then(|()| apt(&install))
			.map_err(|error| format!("{error}; {by_hand}"))?;
	}
	match missing.iter().find(|requirement| !is_there(requirement)) {
		None => Ok(()),
		Some(requirement) => Err(format!(
			"{} was installed but does not work; {by_hand}",
			requirement.package
		)),
	}
}

fn is_there(requirement: &Requirement) -> bool {
	match requirement.check {
		[program, arguments @ ..] => process::succeeds(Command::new(program).args(arguments)),
		[] => true,
	}
}

/// What to type before a command so that root runs it; `None` when we cannot become root.
fn becoming_root() -> Option<&'static [&'static str]> {
	if process::stdout(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0") {
		Some(&[])
	} else if process::succeeds(Command::new("sudo").args(["-n", "true"])) {
		Some(&["sudo", "-n"])
	} else {
		None
	}
}

fn install_toolchain(workspace: &Workspace) -> Result<()> {
	let toolchain = workspace.toolchain()?;
	if !has_wasm_target(workspace)? {
		println!("Installing the target {WASM_TARGET}: the runtime is compiled to WebAssembly");
		rustup(&["target", "add", WASM_TARGET, "--toolchain", &toolchain])?;
		if !has_wasm_target(workspace)? {
			return Err(format!(
				"the target {WASM_TARGET} is still missing from {toolchain}"
			));
		}
	}
	for (component, why) in [
		("rustfmt", "checks the format"),
		("clippy", "finds mistakes"),
	] {
		let subcommand = if component == "rustfmt" {
			"fmt"
		} else {
			component
		};
		let mut check = Command::new("cargo");
		if !process::succeeds(
			check
				.current_dir(&workspace.root)
				.args([subcommand, "--version"]),
		) {
			println!("Installing {component}: {why}");
			rustup(&["component", "add", component, "--toolchain", &toolchain])?;
		}
	}
	Ok(())
}

fn has_wasm_target(workspace: &Workspace) -> Result<bool> {
	let mut rustc = Command::new("rustc");
	let sysroot = process::stdout(
		rustc
			.current_dir(&workspace.root)
			.args(["--print", "sysroot"]),
	)?;
	Ok(Path::new(sysroot.trim())
		.join("lib/rustlib")
		.join(WASM_TARGET)
		.exists())
}

fn rustup(arguments: &[&str]) -> Result<()> {
	process::run(Command::new("rustup").args(arguments)).map_err(|error| {
		format!(
			"{error}; install rustup (https://rustup.rs), or run: rustup {}",
			arguments.join(" ")
		)
	})
}

/// A cold build fills the disk slowly: better to know before.
fn check_disk(workspace: &Workspace) -> Result<()> {
	if workspace.binary("assay-node").exists() {
		return Ok(());
	}
	// The folder may not be there yet: then the nearest one that is.
	let folder = workspace
		.target
		.ancestors()
		.find(|folder| folder.exists())
		.ok_or_else(|| format!("{} is on no disk", workspace.target.display()))?;
	let free = free_gib(folder)?;
	println!(
		"Free for a first build in {}: {free} GiB",
		workspace.target.display()
	);
	if free < COLD_BUILD_GIB {
		return Err(format!(
			"a first build needs {COLD_BUILD_GIB} GiB, but {} has {free} GiB free; make room, or \
			 set CARGO_TARGET_DIR to a folder on a larger disk",
			folder.display()
		));
	}
	Ok(())
}

/// What is free where `path` is, in GiB.
pub fn free_gib(path: &Path) -> Result<u64> {
	let text = process::stdout(Command::new("df").arg("-Pk").arg(path))?;
	text.lines()
		.nth(1)
		.and_then(|line| line.split_whitespace().nth(3))
		.and_then(|kib| kib.parse::<u64>().ok())
		.map(|kib| kib / (1024 * 1024))
		.ok_or_else(|| format!("df does not say how much is free in {}", path.display()))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_to_see_what_is_there() {
		let requirement = |check| Requirement {
			package: "p",
			check,
			why: "w",
		};
		assert!(is_there(&requirement(&["true"])));
		assert!(!is_there(&requirement(&["false"])));
		assert!(!is_there(&requirement(&["no-such-program", "--version"])));
	}

	#[test]
	fn works_to_see_what_is_free() {
		let free = free_gib(Path::new("/")).expect("the root is on a disk");
		assert!(free < 1 << 40);
	}

	#[test]
	fn fails_when_the_folder_does_not_exist() {
		assert!(free_gib(Path::new("/no/such/folder")).is_err());
	}
}
