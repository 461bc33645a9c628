//! Upgrades of the runtime.

use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{frame_system::pallet::Call as System, pallet_consortium::pallet::Call},
		RuntimeCall,
	},
	context::Context,
	convert::blake2,
	errors::{Failure, Outcome},
	input, moment,
	output::Answer,
};
use clap::Subcommand;
use std::path::PathBuf;

/// What can be done with upgrades
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Decide on a new runtime; it may be enacted after the delay (council, two thirds)
	Authorize {
		/// The new runtime
		#[arg(value_name = "FILE.wasm")]
		file: PathBuf,
	},
	/// Take that back (council, two thirds)
	Cancel,
	/// Enact an upgrade whose delay is over, so that its code may be applied (anybody)
	Enact,
	/// Hand in the code of an enacted upgrade (anybody)
	Apply {
		/// The new runtime
		#[arg(value_name = "FILE.wasm")]
		file: PathBuf,
	},
	/// Show the upgrade that waits
	Show,
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Authorize { file } => {
			let code_hash = blake2(&input::read_bytes(&file)?);
			let call = RuntimeCall::Consortium(Call::authorize_upgrade { code_hash });
			let receipt = context.send_as_council(call).await?;
			context.print_done(receipt, Answer::new().fact("code hash", hex(code_hash)));
		},
		Verb::Cancel => {
			let call = RuntimeCall::Consortium(Call::cancel_upgrade);
			let receipt = context.send_as_council(call).await?;
			context.print_done(receipt, Answer::new());
		},
		Verb::Enact => {
			let receipt = context
				.send(RuntimeCall::Consortium(Call::enact_upgrade))
				.await?;
			context.print_done(receipt, Answer::new());
		},
		Verb::Apply { file } => {
			let code = input::read_bytes(&file)?;
			let call = RuntimeCall::System(System::apply_authorized_upgrade { code });
			let receipt = context.send(call).await?;
			context.print_done(receipt, Answer::new());
		},
		Verb::Show => {
			let question = api::view_functions().consortium().pending_upgrade();
			let pending = context.chain().await?.ask(question).await?.ok_or_else(|| {
				Failure::refused("no upgrade waits")
					.next("the council authorizes one: `assay upgrade authorize FILE.wasm`")
			})?;
			context.print(
				Answer::new()
					.fact("code hash", hex(pending.code_hash))
					.fact("authorized", moment::format(pending.authorized_at))
					.fact("may be enacted from", moment::format(pending.enact_at)),
			);
		},
	}
	Ok(())
}
