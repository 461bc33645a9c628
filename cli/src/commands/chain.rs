//! The chain itself.

use crate::{accounts::hex, context::Context, errors::Outcome, moment, output::Answer, refusal};
use clap::Subcommand;

/// What can be asked of the chain
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Show name, height, finality and versions
	Status,
}

/// Answers it.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Status => {
			let chain = context.chain().await?;
			let (best, finalized) = (chain.best().await?, chain.finalized().await?);
			let name = chain
				.rpc
				.system_chain()
				.await
				.map_err(|e| refusal::backend(&e))?;
			let kind = chain
				.rpc
				.system_chain_type()
				.await
				.map_err(|e| refusal::backend(&e))?;
			let health = chain
				.rpc
				.system_health()
				.await
				.map_err(|e| refusal::backend(&e))?;
			context.print(
				Answer::new()
					.fact("chain", name)
					.fact("type", kind)
					.fact("genesis", hex(chain.genesis()))
					.fact("best block", best.block_number())
					.fact("final block", finalized.block_number())
					.fact("clock", moment::format(chain.now().await?))
					.fact("peers", health.peers)
					.fact("syncing", health.is_syncing)
					.fact("runtime version", best.spec_version()),
			);
		},
	}
	Ok(())
}
