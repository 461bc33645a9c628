//! The council: motions, votes, closing, and all three at once where every key is at hand.

use crate::{
	api::{
		self,
		runtime_types::{
			pallet_collective::pallet::Call, pallet_scheduler::pallet::Call as Scheduler,
			sp_weights::weight_v2::Weight,
		},
		RuntimeCall,
	},
	chain::{self, Chain, Receipt},
	context::Context,
	errors::{Failure, Outcome},
	output, refusal,
};
use subxt::{
	ext::{
		codec::{Compact, Decode, Encode},
		scale_encode::EncodeAsType,
	},
	utils::H256,
};

/// A motion that waits for votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Motion {
	/// Hash of the call.
	pub hash: H256,
	/// Its number.
	pub index: u32,
	/// Ayes that it needs.
	pub threshold: u32,
}

/// Ayes that a motion is given unless the command line says otherwise: two thirds, rounded up.
pub fn default_threshold(members: usize) -> u32 {
	u32::try_from((2 * members).div_ceil(3))
		.unwrap_or(u32::MAX)
		.max(1)
}

/// The accounts of the council.
pub async fn members(chain: &Chain) -> Outcome<Vec<subxt::utils::AccountId32>> {
	Ok(chain
		.state(api::storage().council().members(), ())
		.await?
		.unwrap_or_default())
}

async fn threshold_or_default(chain: &Chain, threshold: Option<u32>) -> Outcome<u32> {
	match threshold {
		Some(threshold) => Ok(threshold),
		None => Ok(default_threshold(members(chain).await?.len())),
	}
}

/// The call that moves `call`.
pub async fn propose_call(
	chain: &Chain,
	call: &RuntimeCall,
	threshold: Option<u32>,
) -> Outcome<RuntimeCall> {
	let threshold = threshold_or_default(chain, threshold).await?;
	let length = chain::encode_call(call, chain.best().await?.metadata_ref())?.len();
	let length_bound = u32::try_from(length).map_err(|_| Failure::input("the call is too long"))?;
	Ok(RuntimeCall::Council(Call::propose {
		threshold,
		proposal: Box::new(call.clone()),
		length_bound,
	}))
}

/// The call that does `call` some blocks later, with the same right.
pub fn schedule_call(call: RuntimeCall, after: u32) -> RuntimeCall {
	RuntimeCall::Scheduler(Scheduler::schedule_after {
		after,
		maybe_periodic: None,
		// Nobody's call goes before another's.
		priority: 127,
		call: Box::new(call),
	})
}

/// The call that votes on a motion.
pub fn vote_call(hash: H256, index: u32, approve: bool) -> RuntimeCall {
	RuntimeCall::Council(Call::vote {
		proposal: hash,
		index,
		approve,
	})
}

/// The call that closes a motion, with the bounds that its call needs.
pub async fn close_call(chain: &Chain, hash: H256, index: u32) -> Outcome<RuntimeCall> {
	let at = chain.best().await?;
	let proposal = at
		.storage()
		.try_fetch(api::storage().council().proposal_of(), (hash,))
		.await
		.map_err(|error| refusal::backend(&error))?
		.ok_or_else(|| {
			Failure::refused("there is no such motion: it was closed, or never proposed")
				.next("`assay council motions` shows the open ones")
		})?;
	let call = proposal.into_bytes();
	let length_bound = u32::try_from(call.len()).unwrap_or(u32::MAX);
	Ok(RuntimeCall::Council(Call::close {
		proposal_hash: hash,
		index,
		proposal_weight_bound: weight_of(chain, &call).await?,
		length_bound,
	}))
}

/// The weight of a call in SCALE.
pub async fn weight_of(chain: &Chain, call: &[u8]) -> Outcome<Weight> {
	let length = u32::try_from(call.len()).unwrap_or(u32::MAX);
	let question = [call, &length.encode()].concat();
	let answer = chain
		.best()
		.await?
		.runtime_apis()
		.call_raw("TransactionPaymentCallApi_query_call_info", Some(&question))
		.await
		.map_err(|error| refusal::backend(&error))?;
	let (ref_time, proof_size) = <(Compact<u64>, Compact<u64>)>::decode(&mut &*answer)
		.map_err(|error| refusal::backend(&error))?;
	Ok(Weight {
		ref_time: ref_time.0,
		proof_size: proof_size.0,
	})
}

/// The motion that a transaction made; `None` when the council decided at once.
pub fn motion_of(receipt: &Receipt) -> Outcome<Option<Motion>> {
	let proposed = receipt.find::<api::council::events::Proposed>()?;
	Ok(proposed.map(|event| Motion {
		hash: event.proposal_hash,
		index: event.proposal_index,
		threshold: event.threshold,
	}))
}

/// Fails unless the motion that a transaction closed was carried and its call succeeded.
pub async fn ensure_executed(chain: &Chain, receipt: &Receipt) -> Outcome {
	if receipt
		.find::<api::council::events::Disapproved>()?
		.is_some()
	{
		return Err(
			Failure::refused("the motion was rejected").next("win more ayes and move it again")
		);
	}
	match receipt.event::<api::council::events::Executed>()?.result {
		Ok(()) => Ok(()),
		Err(error) => Err(view_error(chain, &error).await?),
	}
}

/// A dispatch error inside an event or an answer, in plain words.
pub async fn view_error(chain: &Chain, error: &api::DispatchError) -> Outcome<Failure> {
	let at = chain.best().await?;
	let metadata = at.metadata();
	let ty = metadata
		.dispatch_error_ty()
		.ok_or_else(|| refusal::outdated("no dispatch error"))?;
	let bytes = error
		.encode_as_type(ty, metadata.types())
		.map_err(|error| refusal::outdated(&error.to_string()))?;
	chain::decode_dispatch_error(&bytes, metadata)
}

/// Moves `call`, has `members` vote for it, and closes it. For chains on which one person holds
/// every key.
pub async fn enact(
	context: &Context,
	call: RuntimeCall,
	members: &[String],
	threshold: Option<u32>,
) -> Outcome<Receipt> {
	let chain = context.chain().await?;
	let mut keys = Vec::new();
	for name in members {
		keys.push(context.key(name).await?);
	}
	let first = keys
		.first()
		.ok_or_else(|| Failure::input("no member of the council is named"))?;
	let wait = context.options.wait;
	let threshold = threshold_or_default(chain, threshold).await?;
	let needed = usize::try_from(threshold).unwrap_or(usize::MAX);
	if keys.len() < needed {
		let named = keys.len();
		return Err(Failure::input(format!(
			"{named} members are named, and {needed} must vote aye"
		))
		.next("name more members with --members; nothing was moved"));
	}
	let propose = propose_call(chain, &call, Some(threshold)).await?;
	let receipt = chain.submit(&propose, first, wait).await?;
	let Some(motion) = motion_of(&receipt)? else {
		ensure_executed(chain, &receipt).await?;
		return Ok(receipt);
	};
	output::note(format!(
		"motion {} has {needed} members voting",
		motion.index
	));
	let vote = vote_call(motion.hash, motion.index, true);
	chain.submit_all(&vote, &keys[..needed], wait).await?;
	let close = close_call(chain, motion.hash, motion.index).await?;
	let receipt = chain.submit(&close, first, wait).await?;
	ensure_executed(chain, &receipt).await?;
	Ok(receipt)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn threshold_is_two_thirds_rounded_up() {
		let thresholds: Vec<u32> = (0..=7).map(default_threshold).collect();
		assert_eq!(thresholds, [1, 1, 2, 2, 3, 4, 4, 5]);
	}
}
