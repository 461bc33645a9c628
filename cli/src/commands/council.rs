//! Motions and votes, and doing both at once where one person holds every key.

use crate::{
	accounts::{hex, parse_hash},
	api::{
		self,
		runtime_types::{
			frame_support::traits::preimages::Bounded,
			pallet_collective::pallet::Call as Collective,
			pallet_membership::pallet::Call as Membership,
			pallet_scheduler::pallet::Call as Scheduler,
		},
		RuntimeCall,
	},
	chain::{describe_call, describe_encoded_call},
	context::{Context, Origin},
	council::{close_call, ensure_executed, members, vote_call},
	errors::{Failure, Outcome},
	output::Answer,
};
use clap::{Subcommand, ValueEnum};
use serde_json::json;
use subxt::utils::{MultiAddress, H256};

/// What can be done with the council
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Move that the council does what another command would do
	Propose {
		/// Ayes that it needs; two thirds of the members unless given
		#[arg(long)]
		threshold: Option<u32>,
		/// Do it this many blocks after the motion is carried
		#[arg(long)]
		after_blocks: Option<u32>,
		/// The other command, for instance: asset suspend HBG
		#[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
		command: Vec<String>,
	},
	/// Vote on a motion
	Vote {
		/// Hash of the motion
		motion: String,
		/// Number of the motion
		index: u32,
		/// Aye or nay
		#[arg(value_enum)]
		vote: Vote,
	},
	/// Close a motion and carry it out if it has the ayes
	Close {
		/// Hash of the motion
		motion: String,
		/// Number of the motion
		index: u32,
	},
	/// Move, vote and close another command, on a chain whose keys are all at hand
	Enact {
		/// Keys of the members who vote aye, separated by commas
		#[arg(long, value_delimiter = ',', env = "ASSAY_COUNCIL", required = true)]
		members: Vec<String>,
		/// Ayes that it needs; two thirds of the members unless given
		#[arg(long)]
		threshold: Option<u32>,
		/// Do it this many blocks after the motion is carried
		#[arg(long)]
		after_blocks: Option<u32>,
		/// The other command, for instance: custody approve custodian 7 --licence FILE
		#[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
		command: Vec<String>,
	},
	/// List the open motions
	Motions,
	/// List the members
	Members,
	/// Add a member (council, two thirds)
	AddMember {
		/// Account
		account: String,
	},
	/// Remove a member (council, two thirds)
	RemoveMember {
		/// Account
		account: String,
	},
	/// Give one member's seat to another (council, two thirds)
	SwapMember {
		/// Account that leaves
		from: String,
		/// Account that takes its seat
		to: String,
	},
	/// End an open motion (council, two thirds)
	Disapprove {
		/// Hash of the motion
		motion: String,
	},
	/// List what is scheduled
	Agenda,
	/// Take something off the agenda (council)
	Unschedule {
		/// Block that it is scheduled for
		block: u32,
		/// Its place in that block
		index: u32,
	},
}

/// How a member votes
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Vote {
	/// For
	Aye,
	/// Against
	Nay,
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Propose {
			threshold,
			after_blocks,
			command,
		} => inner(context, &command, Origin::Motion(threshold), after_blocks).await,
		Verb::Enact {
			members,
			threshold,
			after_blocks,
			command,
		} => {
			let origin = Origin::Enact(members, threshold);
			inner(context, &command, origin, after_blocks).await
		},
		Verb::Vote {
			motion,
			index,
			vote,
		} => {
			let hash = H256(parse_hash(&motion)?);
			let receipt = context
				.send(vote_call(hash, index, vote == Vote::Aye))
				.await?;
			let tally = match &receipt {
				Some(receipt) => Some(receipt.event::<api::council::events::Voted>()?),
				None => None,
			};
			let answer = Answer::new()
				.maybe("ayes", tally.as_ref().map(|tally| tally.yes))
				.maybe("nays", tally.as_ref().map(|tally| tally.no));
			context.print_done(receipt, answer);
			Ok(())
		},
		Verb::Close { motion, index } => {
			let chain = context.chain().await?;
			let call = close_call(chain, H256(parse_hash(&motion)?), index).await?;
			let receipt = context.send(call).await?;
			if let Some(receipt) = &receipt {
				ensure_executed(chain, receipt).await?;
			}
			context.print_done(receipt, Answer::new().fact("motion", "carried out"));
			Ok(())
		},
		Verb::Motions => motions(context).await,
		Verb::Members => {
			let accounts = members(context.chain().await?).await?;
			let rows = accounts
				.iter()
				.map(|account| vec![json!(account.to_string())])
				.collect();
			context.print(Answer::list(&["member"], rows));
			Ok(())
		},
		Verb::AddMember { account } => {
			let who = MultiAddress::Id(context.account(&account)?);
			let call = RuntimeCall::CouncilMembership(Membership::add_member { who });
			let receipt = context.send_as_council(call).await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
		Verb::RemoveMember { account } => {
			let who = MultiAddress::Id(context.account(&account)?);
			let call = RuntimeCall::CouncilMembership(Membership::remove_member { who });
			let receipt = context.send_as_council(call).await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
		Verb::SwapMember { from, to } => {
			let call = RuntimeCall::CouncilMembership(Membership::swap_member {
				remove: MultiAddress::Id(context.account(&from)?),
				add: MultiAddress::Id(context.account(&to)?),
			});
			let receipt = context.send_as_council(call).await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
		Verb::Disapprove { motion } => {
			let call = RuntimeCall::Council(Collective::disapprove_proposal {
				proposal_hash: H256(parse_hash(&motion)?),
			});
			let receipt = context.send_as_council(call).await?;
			context.print_done(receipt, Answer::new().fact("motion", "ended"));
			Ok(())
		},
		Verb::Agenda => agenda(context).await,
		Verb::Unschedule { block, index } => {
			let call = RuntimeCall::Scheduler(Scheduler::cancel { when: block, index });
			let receipt = context.send_as_council(call).await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
	}
}

/// Runs another command by the council's right.
async fn inner(
	context: &Context,
	command: &[String],
	origin: Origin,
	after_blocks: Option<u32>,
) -> Outcome {
	if context.origin != Origin::Own {
		return Err(Failure::input("a motion cannot move a motion").next("name the command itself"));
	}
	let (mut context, command) = crate::cli::inner(context, command)?;
	context.origin = origin;
	context.after_blocks = after_blocks;
	// The command line can nest, so the future must not.
	Box::pin(crate::cli::run(&context, command)).await
}

async fn motions(context: &Context) -> Outcome {
	let chain = context.chain().await?;
	let proposals = chain
		.entries(api::storage().council().proposal_of(), ())
		.await?;
	let at = chain.best().await?;
	let mut rows = Vec::new();
	for ((hash,), call) in proposals {
		let Some(votes) = chain
			.state(api::storage().council().voting(), (hash,))
			.await?
		else {
			continue;
		};
		let what = describe_call(&at, &call)?;
		rows.push((
			votes.index,
			vec![
				json!(votes.index),
				json!(hex(hash)),
				json!(what),
				json!(votes.threshold),
				json!(votes.ayes.len()),
				json!(votes.nays.len()),
				json!(votes.end),
			],
		));
	}
	rows.sort_by_key(|(index, _)| *index);
	let rows = rows.into_iter().map(|(_, row)| row).collect();
	let columns = [
		"index",
		"motion",
		"call",
		"threshold",
		"ayes",
		"nays",
		"ends at block",
	];
	context.print(Answer::list(&columns, rows));
	Ok(())
}

async fn agenda(context: &Context) -> Outcome {
	let chain = context.chain().await?;
	let at = chain.best().await?;
	let entries = chain
		.entries(api::storage().scheduler().agenda(), ())
		.await?;
	let mut rows = Vec::new();
	for ((block,), agenda) in entries {
		for (index, task) in agenda.0.iter().enumerate() {
			let Some(task) = task else {
				continue;
			};
			let what = match &task.call {
				Bounded::Inline(bytes) => describe_encoded_call(&at, &bytes.0)?,
				Bounded::Lookup { hash, .. } | Bounded::Legacy { hash, .. } => {
					format!("the preimage {}", hex(*hash))
				},
				Bounded::__Ignore(_) => continue,
			};
			rows.push((block, index, what));
		}
	}
	rows.sort();
	let rows = rows
		.into_iter()
		.map(|(block, index, what)| vec![json!(block), json!(index), json!(what)])
		.collect();
	context.print(Answer::list(&["block", "index", "call"], rows));
	Ok(())
}
