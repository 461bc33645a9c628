//! Moving units from one holder to another.

use crate::{
	accounts::{hex, parse_hash},
	api::{
		self,
		runtime_types::{
			pallet_assets::pallet::Call as Assets, pallet_compliance::pallet::Call as Compliance,
			pallet_utility::pallet::Call as Utility,
		},
		RuntimeCall,
	},
	context::Context,
	errors::{Failure, Outcome},
	output::Answer,
};
use clap::{Args, ValueEnum};
use subxt::utils::MultiAddress;

/// What moves, where to, and which way
#[derive(Debug, Args)]
pub struct Transfer {
	/// Ticker or number
	asset: String,
	/// Receiver
	to: String,
	/// Tokens, as a decimal, or `all`
	amount: String,
	/// Spend, by approval, what this account holds
	#[arg(long)]
	from: Option<String>,
	/// Which call: the ledger's own, or the one that also works nested and carries a reference
	#[arg(long, value_enum, default_value_t)]
	via: Via,
	/// Payment reference: 0x and 64 hex digits, or up to 32 letters
	#[arg(long)]
	reference: Option<String>,
	/// Leave at least one unit with the sender
	#[arg(long)]
	keep_alive: bool,
	/// Send it inside a batch
	#[arg(long)]
	in_batch: bool,
}

/// Which call moves the units
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Via {
	/// `assets.transfer`, as every wallet sends it
	#[default]
	Assets,
	/// `compliance.transfer`, which works inside batches, multisigs and proxies
	Compliance,
}

/// Carries it out.
pub async fn run(context: &Context, transfer: Transfer) -> Outcome {
	let asset = context.asset(&transfer.asset).await?;
	let to = context.account(&transfer.to)?;
	let all = transfer.amount == "all";
	let amount = if all {
		0
	} else {
		asset.parse(&transfer.amount)?
	};
	let target = MultiAddress::Id(to);
	let from = transfer
		.from
		.as_deref()
		.map(|from| context.account(from))
		.transpose()?;
	let reference = transfer
		.reference
		.as_deref()
		.map(parse_reference)
		.transpose()?;
	// A reference needs the call that can carry it.
	let compliance = transfer.via == Via::Compliance || reference.is_some();
	if compliance && (all || transfer.keep_alive) {
		return Err(
			Failure::input("`all` and --keep-alive are for plain transfers only")
				.next("leave out --via compliance and --reference, or name the amount"),
		);
	}
	let call = match (compliance, from) {
		(true, None) => RuntimeCall::Compliance(Compliance::transfer {
			asset: asset.id,
			to: target,
			amount,
			reference,
		}),
		(true, Some(from)) => RuntimeCall::Compliance(Compliance::transfer_from {
			asset: asset.id,
			from: MultiAddress::Id(from),
			to: target,
			amount,
			reference,
		}),
		(false, Some(owner)) => RuntimeCall::Assets(Assets::transfer_approved {
			id: asset.id,
			owner: MultiAddress::Id(owner),
			destination: target,
			amount,
		}),
		(false, None) if all => RuntimeCall::Assets(Assets::transfer_all {
			id: asset.id,
			dest: target,
			keep_alive: transfer.keep_alive,
		}),
		(false, None) if transfer.keep_alive => RuntimeCall::Assets(Assets::transfer_keep_alive {
			id: asset.id,
			target,
			amount,
		}),
		(false, None) => RuntimeCall::Assets(Assets::transfer {
			id: asset.id,
			target,
			amount,
		}),
	};
	let call = match transfer.in_batch {
		true => RuntimeCall::Utility(Utility::batch_all { calls: vec![call] }),
		false => call,
	};
	let receipt = context.send(call).await?;
	let moved = match &receipt {
		Some(receipt) => receipt
			.find::<api::assets::events::Transferred>()?
			.map(|event| asset.tokens(event.amount)),
		None => None,
	};
	let answer = Answer::new()
		.maybe("transferred", moved)
		.fact("to", to.to_string())
		.maybe("reference", reference.map(hex));
	context.print_done(receipt, answer);
	Ok(())
}

/// 32 bytes: as such, or up to 32 letters followed by zeros.
fn parse_reference(text: &str) -> Outcome<[u8; 32]> {
	if text.starts_with("0x") {
		return parse_hash(text);
	}
	let mut reference = [0; 32];
	match reference.get_mut(..text.len()) {
		Some(place) => {
			place.copy_from_slice(text.as_bytes());
			Ok(reference)
		},
		None => Err(
			Failure::input(format!("the reference `{text}` is longer than 32 bytes"))
				.next("shorten it, or give its hash"),
		),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn references_are_32_bytes() {
		assert_eq!(parse_reference("INV 7").unwrap()[..6], *b"INV 7\0");
		assert_eq!(parse_reference(&hex([7; 32])), Ok([7; 32]));
		assert!(parse_reference(&"x".repeat(33)).is_err());
		assert!(parse_reference("0x12").is_err());
	}
}
