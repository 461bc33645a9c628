//! The metadata that the command line is built from is that of the runtime that the node carries.

use assay_runtime::Runtime;
use std::{fs, path::PathBuf};

#[test]
fn the_command_line_knows_this_runtime() {
	let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../cli/metadata.scale");
	let metadata = Runtime::metadata_at_version(16)
		.expect("version 16 is stable")
		.to_vec();
	if std::env::var_os("ASSAY_WRITE_METADATA").is_some() {
		fs::write(&path, &metadata).expect("cli/ is writable");
	}
	let committed = fs::read(&path).expect("cli/metadata.scale is committed");
	assert!(
		committed == metadata,
		"cli/metadata.scale is out of date: write it anew with `cargo xtask metadata`"
	);
}
