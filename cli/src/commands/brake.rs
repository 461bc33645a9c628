//! What stops calls of the chain in an emergency: one call, or all but a few.

use crate::{
	api::{
		self,
		runtime_types::{
			bounded_collections::bounded_vec::BoundedVec,
			pallet_safe_mode::pallet::Call as SafeMode, pallet_tx_pause::pallet::Call as TxPause,
		},
		RuntimeCall,
	},
	context::Context,
	errors::{Failure, Outcome},
	output::Answer,
};
use clap::Subcommand;
use serde_json::json;

/// What can be done with the brakes
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Show whether the safe mode is on, and which calls are paused
	Status,
	/// Stop one call, whoever makes it (council)
	Pause {
		/// The call, for instance: Issuance.mint
		call: String,
	},
	/// Let a paused call through again (council)
	Unpause {
		/// The call, for instance: Issuance.mint
		call: String,
	},
	/// Stop every call but those that keep the chain and its council going, for a day (council)
	SafeMode,
	/// Keep the safe mode on for a day more (council, two thirds)
	Extend,
	/// Leave the safe mode before its time (council)
	Leave,
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let call = match verb {
		Verb::Status => return status(context).await,
		Verb::Pause { call } => RuntimeCall::TxPause(TxPause::pause {
			full_name: full_name(context, &call).await?,
		}),
		Verb::Unpause { call } => RuntimeCall::TxPause(TxPause::unpause {
			ident: full_name(context, &call).await?,
		}),
		Verb::SafeMode => RuntimeCall::SafeMode(SafeMode::force_enter),
		Verb::Extend => RuntimeCall::SafeMode(SafeMode::force_extend),
		Verb::Leave => RuntimeCall::SafeMode(SafeMode::force_exit),
	};
	let receipt = context.send_as_council(call).await?;
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn status(context: &Context) -> Outcome {
	let chain = context.chain().await?;
	let until = chain
		.state(api::storage().safe_mode().entered_until(), ())
		.await?;
	let paused = chain
		.entries(api::storage().tx_pause().paused_calls(), ())
		.await?;
	let mut names: Vec<String> = paused
		.iter()
		.map(|((name,), ())| {
			let text = |bytes: &BoundedVec<u8>| String::from_utf8_lossy(&bytes.0).into_owned();
			format!("{}.{}", text(&name.0), text(&name.1))
		})
		.collect();
	names.sort();
	context.print(
		Answer::new()
			.fact(
				"safe mode",
				until.map_or_else(|| "off".into(), |block| format!("on until block {block}")),
			)
			.fact("paused calls", json!(names)),
	);
	Ok(())
}

/// A call as the chain names it, if there is one of that name.
async fn full_name(context: &Context, text: &str) -> Outcome<(BoundedVec<u8>, BoundedVec<u8>)> {
	let (pallet, call) = text.split_once('.').ok_or_else(|| {
		Failure::input(format!("`{text}` names no call"))
			.next("write the pallet, a dot and the call, for instance Issuance.mint")
	})?;
	let at = context.chain().await?.best().await?;
	let Some(known) = at.metadata_ref().pallet_by_name(pallet) else {
		let mut names: Vec<_> = at
			.metadata_ref()
			.pallets()
			.map(|pallet| pallet.name())
			.collect();
		names.sort_unstable();
		return Err(Failure::input(format!("there is no pallet `{pallet}`"))
			.next(format!("the pallets are {}", names.join(", "))));
	};
	if known.call_variant_by_name(call).is_none() {
		let calls = known.call_variants().unwrap_or_default();
		let names: Vec<_> = calls.iter().map(|call| call.name.as_str()).collect();
		return Err(Failure::input(format!("{pallet} has no call `{call}`"))
			.next(format!("its calls are {}", names.join(", "))));
	}
	let bytes = |text: &str| BoundedVec(text.as_bytes().to_vec());
	Ok((bytes(pallet), bytes(call)))
}
