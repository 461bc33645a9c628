//! `cargo xtask metadata`: the runtime's metadata, from which the command line knows its types.

use crate::{
	build::{cargo, PLAIN},
	process,
	workspace::Workspace,
	Result,
};

/// Let the test that compares them write it anew.
pub fn run(workspace: &Workspace) -> Result<()> {
	let mut command = cargo(workspace, "test");
	command
		.args(PLAIN)
		.args(["--test", "metadata"])
		.env("ASSAY_WRITE_METADATA", "1");
	process::run(&mut command)?;
	println!("Wrote cli/metadata.scale");
	Ok(())
}
