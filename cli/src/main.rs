//! `assay`, the command line of an Assay chain.

mod accounts;
mod amounts;
mod api;
mod chain;
mod cli;
mod commands;
mod context;
mod convert;
mod council;
mod errors;
mod input;
mod keys;
mod moment;
mod multisig;
mod output;
mod proof;
mod refusal;
mod value;

use clap::Parser;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
	let cli = match cli::Cli::try_parse() {
		Ok(cli) => cli,
		Err(error) => error.exit(),
	};
	let context = context::Context::new(cli.options);
	match cli::run(&context, cli.command).await {
		Ok(()) => ExitCode::SUCCESS,
		Err(failure) => {
			match context.options.output {
				output::Format::Table => eprintln!("{failure}"),
				output::Format::Json => eprintln!("{:#}", failure.to_json()),
			}
			ExitCode::from(failure.exit_code())
		},
	}
}
