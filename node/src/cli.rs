//! What may be typed: the options of a running node and the subcommands.

use polkadot_sdk::{sc_cli, sc_storage_monitor};

/// The command line of `assay-node`. Without a subcommand it runs a node.
#[derive(Debug, clap::Parser)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run a node.
	#[command(flatten)]
	pub run: sc_cli::RunCmd,

	/// When to stop because the disk is full.
	#[command(flatten)]
	pub storage_monitor: sc_storage_monitor::StorageMonitorParams,
}

/// Everything the binary does besides running a node.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Generate, inspect and insert keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Print a chain specification; `export-chain-spec` is the newer way.
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Write a chain specification to a file or to standard output.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Execute stored blocks again and check them.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write blocks to a file or to standard output.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Read blocks from a file or from standard input.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Write the state at a block as a chain specification.
	ExportState(sc_cli::ExportStateCmd),

	/// Take back blocks that are not final.
	Revert(sc_cli::RevertCmd),

	/// Delete the chain's data.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Print the best, the finalized and the genesis block of the database.
	ChainInfo(sc_cli::ChainInfoCmd),
}
