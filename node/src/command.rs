//! Does what was typed.

use crate::{
	chain_spec,
	cli::{Cli, Subcommand},
	service,
};
use assay_primitives::Hash;
use assay_runtime::opaque::Block;
use polkadot_sdk::{
	sc_cli::{self, SubstrateCli},
	sc_consensus_grandpa,
	sc_network::{config::NetworkBackendType, Litep2pNetworkBackend, NetworkWorker},
	sc_service::{self, PartialComponents},
};
use std::path::PathBuf;

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Assay Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		"Runs an Assay node: validator, full node or archive node".into()
	}

	fn author() -> String {
		"The Assay authors".into()
	}

	fn support_url() -> String {
		"docs/operations in the source".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
		Ok(Box::new(match id {
			"dev" => chain_spec::development()?,
			"" | "local" => chain_spec::local()?,
			path => {
				chain_spec::ChainSpec::from_json_file(PathBuf::from(path)).map_err(|error| {
					format!("{path} is neither dev nor local nor a readable chain specification: {error}")
				})?
			},
		}))
	}
}

/// Read the command line and do what it says.
pub fn run() -> sc_cli::Result<()> {
	let cli = Cli::from_args();
	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::Key(command)) => command.run(&cli),
		Some(Subcommand::BuildSpec(command)) => cli
			.create_runner(command)?
			.sync_run(|config| command.run(config.chain_spec, config.network)),
		Some(Subcommand::ExportChainSpec(command)) => command.run(cli.load_spec(&command.chain)?),
		Some(Subcommand::PurgeChain(command)) => cli
			.create_runner(command)?
			.sync_run(|config| command.run(config.database)),
		Some(Subcommand::ChainInfo(command)) => cli
			.create_runner(command)?
			.sync_run(|config| command.run::<Block>(&config)),
		Some(Subcommand::CheckBlock(command)) => cli.create_runner(command)?.async_run(|config| {
			let PartialComponents {
				client,
				task_manager,
				import_queue,
				..
			} = service::new_partial(&config)?;
			Ok((command.run(client, import_queue), task_manager))
		}),
		Some(Subcommand::ImportBlocks(command)) => {
			cli.create_runner(command)?.async_run(|config| {
				let PartialComponents {
					client,
					task_manager,
					import_queue,
					..
				} = service::new_partial(&config)?;
				Ok((command.run(client, import_queue), task_manager))
			})
		},
		Some(Subcommand::ExportBlocks(command)) => {
			cli.create_runner(command)?.async_run(|config| {
				let PartialComponents {
					client,
					task_manager,
					..
				} = service::new_partial(&config)?;
				Ok((command.run(client, config.database), task_manager))
			})
		},
		Some(Subcommand::ExportState(command)) => cli.create_runner(command)?.async_run(|config| {
			let PartialComponents {
				client,
				task_manager,
				..
			} = service::new_partial(&config)?;
			Ok((command.run(client, config.chain_spec), task_manager))
		}),
		Some(Subcommand::Revert(command)) => cli.create_runner(command)?.async_run(|config| {
			let PartialComponents {
				client,
				task_manager,
				backend,
				..
			} = service::new_partial(&config)?;
			let revert_grandpa = Box::new(|client, _, blocks| {
				sc_consensus_grandpa::revert(client, blocks)?;
				Ok(())
			});
			Ok((
				command.run(client, backend, Some(revert_grandpa)),
				task_manager,
			))
		}),
	}
}

fn run_node(cli: &Cli) -> sc_cli::Result<()> {
	let storage_monitor = cli.storage_monitor.clone();
	cli.create_runner(&cli.run)?
		.run_node_until_exit(|config| async move {
			match config.network.network_backend {
				NetworkBackendType::Litep2p => {
					service::new_full::<Litep2pNetworkBackend>(config, storage_monitor)
				},
				NetworkBackendType::Libp2p => {
					service::new_full::<NetworkWorker<Block, Hash>>(config, storage_monitor)
				},
			}
			.map_err(sc_cli::Error::Service)
		})
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn works_as_a_command_line() {
		Cli::command().debug_assert();
	}

	#[test]
	fn works_with_the_names_that_network_tools_look_for() {
		let command = Cli::command();
		let names: Vec<_> = command
			.get_subcommands()
			.map(clap::Command::get_name)
			.collect();
		assert_eq!(
			names,
			[
				"key",
				"build-spec",
				"export-chain-spec",
				"check-block",
				"export-blocks",
				"import-blocks",
				"export-state",
				"revert",
				"purge-chain",
				"chain-info"
			]
		);
	}

	#[test]
	fn fails_when_the_chain_is_neither_known_nor_a_file() {
		let cli = Cli::try_from_iter(["assay-node"]).expect("no option is required");
		let Err(error) = cli.load_spec("no-such-chain") else {
			panic!("it loaded")
		};
		assert!(error.starts_with("no-such-chain is neither dev nor local nor a readable"));
	}
}
