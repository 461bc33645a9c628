//! Forced acts: two organisations, a case, a deadline, and a holder who sees it.

use super::{identity_or_own, Case};
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::pallet_dockets::{
			pallet::Call,
			types::{DocketKind, DocketView},
		},
		RuntimeCall,
	},
	context::{AssetInfo, Context},
	convert::hash_of,
	errors::{Failure, Outcome},
	moment,
	output::{spinner, Answer},
};
use clap::Subcommand;
use serde_json::{json, Value};
use subxt::utils::AccountId32;

/// Dockets that the chain looks at for one page.
const PAGE: u32 = 100;

/// What can be done with dockets
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Propose to take units; what the holder has of the asset is frozen at once, unless the last case
	/// of the same organisation came to nothing (agents of the asset)
	#[command(subcommand)]
	Propose(Proposal),
	/// Agree, as another organisation, and have it carried out (agents of the asset)
	Approve {
		/// Number of the docket
		docket: u32,
	},
	/// Refuse, as another organisation; the freeze ends (agents of the asset)
	Reject {
		/// Number of the docket
		docket: u32,
		/// The reasons: a file, a text, or its hash
		#[arg(long)]
		reason: String,
	},
	/// Take it back; the freeze ends (agents of the proposing organisation)
	Withdraw {
		/// Number of the docket
		docket: u32,
	},
	/// Let a docket that is expired, or waits for it, stand, as another organisation (agents of the asset)
	Renew {
		/// Number of the docket
		docket: u32,
	},
	/// Answer, as the holder whose units are to be taken
	Answer {
		/// Number of the docket
		docket: u32,
		/// The statement: a file, a text, or its hash; the agents are given it elsewhere
		#[arg(long)]
		statement: String,
	},
	/// Remove one that ended long ago; its deposit goes back
	Remove {
		/// Number of the docket
		docket: u32,
	},
	/// Say where seized units of an asset go (council)
	SetEscrow {
		/// Ticker or number
		asset: String,
		/// Account; without it they can go nowhere
		account: Option<String>,
	},
	/// Show a docket
	Show {
		/// Number of the docket
		docket: u32,
	},
	/// List the open dockets of an asset
	List {
		/// Ticker or number
		asset: String,
	},
	/// List the dockets, open or not, that take from an identity or give to it
	Mine {
		/// Identity or account; the key's own unless given
		#[arg(long)]
		identity: Option<String>,
	},
}

/// What can be proposed
#[derive(Debug, Subcommand)]
pub enum Proposal {
	/// Units go to another holder
	ForcedTransfer {
		/// Ticker or number
		asset: String,
		/// Whose units
		from: String,
		/// Who gets them
		to: String,
		/// Tokens, as a decimal
		amount: String,
		#[command(flatten)]
		case: Case,
	},
	/// Units go to the escrow account that the council has named for the asset
	Seizure {
		/// Ticker or number
		asset: String,
		/// Whose units
		from: String,
		/// Tokens, as a decimal
		amount: String,
		#[command(flatten)]
		case: Case,
	},
	/// All units of a lost account go to another account of the same identity
	Recovery {
		/// Ticker or number
		asset: String,
		/// The lost account
		from: String,
		/// The account that takes its place
		to: String,
		#[command(flatten)]
		case: Case,
	},
	/// Units are destroyed
	Wipe {
		/// Ticker or number
		asset: String,
		/// Whose units
		from: String,
		/// Tokens, as a decimal
		amount: String,
		#[command(flatten)]
		case: Case,
	},
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let send = |call: Call| context.send(RuntimeCall::Dockets(call));
	let receipt = match verb {
		Verb::Propose(proposal) => return propose(context, proposal).await,
		Verb::Approve { docket } => return approve(context, docket).await,
		Verb::Reject { docket, reason } => {
			let reason = hash_of(&reason)?;
			send(Call::reject { docket, reason }).await?
		},
		Verb::Withdraw { docket } => send(Call::withdraw { docket }).await?,
		Verb::Renew { docket } => {
			let receipt = send(Call::renew { docket }).await?;
			let until = match &receipt {
				Some(receipt) => receipt
					.find::<api::dockets::events::Renewed>()?
					.map(|event| moment::format(event.expires_at)),
				None => None,
			};
			context.print_done(receipt, Answer::new().maybe("open until", until));
			return Ok(());
		},
		Verb::Answer { docket, statement } => {
			let statement = hash_of(&statement)?;
			let receipt = send(Call::answer { docket, statement }).await?;
			context.print_done(receipt, Answer::new().fact("statement", hex(statement)));
			return Ok(());
		},
		Verb::Remove { docket } => send(Call::remove { docket }).await?,
		Verb::SetEscrow { asset, account } => {
			let asset = context.asset(&asset).await?.id;
			let escrow = match account {
				Some(account) => Some(context.account(&account)?),
				None => None,
			};
			let call = RuntimeCall::Dockets(Call::set_escrow { asset, escrow });
			context.send_as_council(call).await?
		},
		Verb::Show { docket } => return show(context, docket).await,
		Verb::List { asset } => {
			let asset = context.asset(&asset).await?;
			return list(context, Search::Open(asset.id)).await;
		},
		Verb::Mine { identity } => {
			let identity = identity_or_own(context, identity.as_deref()).await?;
			return list(context, Search::Of(identity)).await;
		},
	};
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn propose(context: &Context, proposal: Proposal) -> Outcome {
	let (asset, case) = match &proposal {
		Proposal::ForcedTransfer { asset, case, .. }
		| Proposal::Seizure { asset, case, .. }
		| Proposal::Recovery { asset, case, .. }
		| Proposal::Wipe { asset, case, .. } => (context.asset(asset).await?, case.hash()?),
	};
	let kind = match &proposal {
		Proposal::ForcedTransfer {
			from, to, amount, ..
		} => DocketKind::ForcedTransfer {
			from: context.account(from)?,
			to: context.account(to)?,
			amount: asset.parse(amount)?,
		},
		Proposal::Seizure { from, amount, .. } => DocketKind::Seizure {
			from: context.account(from)?,
			to: escrow(context, &asset).await?,
			amount: asset.parse(amount)?,
		},
		Proposal::Recovery { from, to, .. } => DocketKind::Recovery {
			from: context.account(from)?,
			to: context.account(to)?,
		},
		Proposal::Wipe { from, amount, .. } => DocketKind::Wipe {
			from: context.account(from)?,
			amount: asset.parse(amount)?,
		},
	};
	let call = Call::propose {
		asset: asset.id,
		kind,
		case,
	};
	let receipt = context.send(RuntimeCall::Dockets(call)).await?;
	let answer = match &receipt {
		Some(receipt) => {
			let event = receipt.event::<api::dockets::events::Proposed>()?;
			Answer::new()
				.fact("docket", event.docket)
				.fact("case", hex(case))
				.fact("frozen identity", event.identity)
				.fact("open until", moment::format(event.expires_at))
				.fact(
					"next",
					format!(
						"an agent of another organisation: assay docket approve {}",
						event.docket
					),
				)
		},
		None => Answer::new(),
	};
	context.print_done(receipt, answer);
	Ok(())
}

async fn escrow(context: &Context, asset: &AssetInfo) -> Outcome<AccountId32> {
	let question = api::view_functions().dockets().escrow(asset.id);
	context.chain().await?.ask(question).await?.ok_or_else(|| {
		Failure::refused(format!("no escrow account is named for {}", asset.symbol))
			.named("Dockets::NotEscrow")
			.next("the council names one: `assay docket set-escrow`")
	})
}

async fn approve(context: &Context, docket: u32) -> Outcome {
	let call = Call::approve { docket };
	let receipt = context.send(RuntimeCall::Dockets(call)).await?;
	let taken = match &receipt {
		Some(receipt) => {
			let event = receipt.event::<api::dockets::events::Executed>()?;
			let asset = context.asset(&event.asset.to_string()).await?;
			Some(asset.tokens(event.taken))
		},
		None => None,
	};
	context.print_done(receipt, Answer::new().maybe("taken", taken));
	Ok(())
}

async fn show(context: &Context, docket: u32) -> Outcome {
	let question = api::view_functions().dockets().docket(docket);
	let view = context.chain().await?.ask(question).await?;
	let view = view.ok_or_else(|| {
		Failure::refused(format!("there is no docket {docket}"))
			.named("Dockets::NotFound")
			.next("`assay docket list ASSET` shows the open ones; old ones are removed")
	})?;
	let it = &view.docket;
	let asset = context.asset(&it.asset.to_string()).await?;
	let (kind, from, to, amount) = parts(&asset, &it.kind);
	let answer = Answer::new()
		.fact("docket", view.id)
		.fact("asset", asset.symbol.as_str())
		.fact("state", format!("{:?}", view.state))
		.fact("kind", kind)
		.fact("from", from)
		.maybe("to", to)
		.fact("amount", amount)
		.fact("identity", it.identity)
		.fact("case", hex(it.case))
		.fact("proposed by", it.proposer.identity)
		.fact("of organisation", it.proposer.organisation)
		.fact("proposed at", moment::format(it.proposed_at))
		.fact("open until", moment::format(it.expires_at))
		.maybe(
			"time left",
			(view.remaining_ms > 0).then(|| moment::format_span(view.remaining_ms)),
		)
		.maybe("renewed by", it.renewed_by.as_ref().map(|by| by.identity))
		.maybe(
			"answered at",
			it.answer.as_ref().map(|answer| moment::format(answer.at)),
		)
		.maybe(
			"statement",
			it.answer.as_ref().map(|answer| hex(answer.statement)),
		);
	let answer = match &it.closing {
		Some(closing) => answer
			.fact("ended by", closing.by.identity)
			.fact("of the organisation", closing.by.organisation)
			.fact("ended at", moment::format(closing.at))
			.fact("taken", asset.tokens(closing.taken)),
		None => answer,
	};
	context.print(answer);
	Ok(())
}

/// Which dockets are looked for.
#[derive(Clone, Copy)]
enum Search {
	/// Open ones of an asset.
	Open(u32),
	/// Those that concern an identity.
	Of(u32),
}

async fn list(context: &Context, search: Search) -> Outcome {
	let chain = context.chain().await?;
	let views = api::view_functions();
	let busy = spinner("looking through the dockets");
	let mut rows = Vec::new();
	let mut assets: Vec<AssetInfo> = Vec::new();
	let mut start = Some(0);
	while let Some(from) = start {
		let page = match search {
			Search::Open(asset) => {
				chain
					.ask(views.dockets().open_dockets(asset, from, PAGE))
					.await?
			},
			Search::Of(identity) => {
				chain
					.ask(views.dockets().dockets_of(identity, from, PAGE))
					.await?
			},
		};
		for view in &page.items {
			let number = view.docket.asset;
			if !assets.iter().any(|asset| asset.id == number) {
				assets.push(context.asset(&number.to_string()).await?);
			}
			if let Some(asset) = assets.iter().find(|asset| asset.id == number) {
				rows.push(row(asset, view));
			}
		}
		start = page.next;
	}
	busy.finish_and_clear();
	let columns = [
		"docket",
		"asset",
		"state",
		"kind",
		"from",
		"to",
		"amount",
		"identity",
		"open until",
		"case",
	];
	context.print(Answer::list(&columns, rows));
	Ok(())
}

fn row(asset: &AssetInfo, view: &DocketView<AccountId32>) -> Vec<Value> {
	let it = &view.docket;
	let (kind, from, to, amount) = parts(asset, &it.kind);
	vec![
		json!(view.id),
		json!(asset.symbol),
		json!(format!("{:?}", view.state)),
		json!(kind),
		json!(from),
		json!(to),
		json!(amount),
		json!(it.identity),
		json!(moment::format(it.expires_at)),
		json!(hex(it.case)),
	]
}

/// Kind, sender, receiver and amount.
fn parts(
	asset: &AssetInfo,
	kind: &DocketKind<AccountId32>,
) -> (&'static str, String, Option<String>, String) {
	match kind {
		DocketKind::ForcedTransfer { from, to, amount } => (
			"forced-transfer",
			from.to_string(),
			Some(to.to_string()),
			asset.tokens(*amount),
		),
		DocketKind::Seizure { from, to, amount } => (
			"seizure",
			from.to_string(),
			Some(to.to_string()),
			asset.tokens(*amount),
		),
		DocketKind::Recovery { from, to } => (
			"recovery",
			from.to_string(),
			Some(to.to_string()),
			"all".into(),
		),
		DocketKind::Wipe { from, amount } => {
			("wipe", from.to_string(), None, asset.tokens(*amount))
		},
	}
}
