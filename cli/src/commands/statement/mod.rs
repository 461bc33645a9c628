//! A holder's statement: what is held, what stands behind it, which rights it gives and who has
//! power over it; with proof of every value, for those who trust no node.

mod read;
mod show;

pub use read::{is_void, same_ticker, vault, Asset};

use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::assay_primitives::{
			asset::Role,
			reserve::{ReserveFigures, ReserveStatus},
		},
	},
	chain::{self, At},
	commands::{
		asset::{power_rows, POWER_COLUMNS},
		write_json,
	},
	context::Context,
	council::view_error,
	errors::{Failure, Outcome},
	input::proof_file::Saved,
	output::{note, Answer},
	proof::{self, Block, State, Trust},
};
use clap::{Args, ValueEnum};
use read::{Question, Statement};
use serde_json::{json, Value};
use std::path::{Path, PathBuf};
use subxt::utils::AccountId32;

/// What to state, and how to prove it
#[derive(Debug, Args)]
pub struct Arguments {
	/// Ticker or number of the asset; a saved statement of another one is refused
	#[arg(required_unless_present = "from")]
	asset: Option<String>,
	/// The account that holds it: an address, or what else names an account; the acting one unless
	/// given. A saved statement of another one is refused
	#[arg(long, value_name = "ACCOUNT")]
	holder: Option<String>,
	/// Prove every value of the state that is shown, from the genesis hash on
	#[arg(long)]
	verify: bool,
	/// Write the proof to a new file, which anybody can verify without a node
	#[arg(
		long,
		value_name = "FILE",
		requires = "verify",
		conflicts_with = "from"
	)]
	save: Option<PathBuf>,
	/// Verify a statement that was saved; no node is asked
	#[arg(long, value_name = "FILE")]
	from: Option<PathBuf>,
	#[command(flatten)]
	trust: Trust,
}

/// States it.
pub async fn run(context: &Context, arguments: Arguments) -> Outcome {
	match (&arguments.from, arguments.verify) {
		(Some(path), _) => from_file(context, &arguments, path).await,
		(None, true) => proven(context, &arguments).await,
		(None, false) => told(context, &arguments).await,
	}
}

/// What the node says of its last final block.
async fn told(context: &Context, arguments: &Arguments) -> Outcome {
	let chain = context.chain().await?;
	let at = chain.finalized().await?;
	let question = question(context, &at, arguments).await?;
	let block = Block {
		number: u32::try_from(at.block_number()).unwrap_or(u32::MAX),
		hash: at.block_hash(),
		proven_from: None,
	};
	let statement = Statement::read(&mut State::told(chain, block.hash)?, &question).await?;
	let computed = computed(context, &at, &statement).await?;
	context.print(whole(&block, &statement).and(computed.answer));
	Ok(())
}

/// What the state of the node's last final block proves.
async fn proven(context: &Context, arguments: &Arguments) -> Outcome {
	let genesis = arguments.trust.genesis()?;
	let not_before = arguments.trust.not_before_of_node()?;
	let chain = context.chain().await?;
	let ask = async |at: &At| question(context, at, arguments).await;
	let read =
		async |state: &mut State<'_>, question: &Question| Statement::read(state, question).await;
	let found = proof::prove(chain, genesis, not_before, ask, read).await?;
	let statement = &found.value;
	let computed = computed(context, &found.at, statement).await?;
	check_computed(&computed, statement)?;
	if let Some(path) = &arguments.save {
		let question = &found.question;
		let roles = role_names(&question.roles);
		let saved = Saved::new(question.asset, &question.holder, roles, &found.bundle);
		write_json(path, &saved)
			.map_err(|failure| failure.next("choose another file with --save"))?;
	}
	note(format!(
		"trusted is the genesis hash {} and nothing else; what the node computes is not proven",
		hex(genesis)
	));
	let saved = arguments
		.save
		.as_ref()
		.map(|path| path.display().to_string());
	context.print(
		whole(&found.block, statement)
			.maybe("proof saved in", saved)
			.and(computed.answer),
	);
	Ok(())
}

/// What a saved proof proves.
async fn from_file(context: &Context, arguments: &Arguments, path: &Path) -> Outcome {
	let trust = &arguments.trust;
	let holder = arguments.holder.as_deref();
	let holder = holder.map(|text| context.account(text)).transpose()?;
	let genesis = trust.genesis()?;
	let not_before = trust.not_before_of_file()?;
	let saved = Saved::read(path)?;
	let (block, statement) = read_saved(&saved, path, genesis, not_before).await?;
	check_expected(&statement, arguments.asset.as_deref(), holder.as_ref())?;
	note(format!(
		"trusted is the genesis hash {} and nothing else; no node was asked",
		hex(genesis)
	));
	context.print(whole(&block, &statement));
	Ok(())
}

/// Fails unless a saved statement is of the asset and the holder that were named, if they were.
fn check_expected(
	statement: &Statement,
	asset: Option<&str>,
	holder: Option<&AccountId32>,
) -> Outcome {
	let (is, symbol) = (&statement.asset, statement.asset.symbol());
	let fail = |what: String, name: &str| {
		Err(Failure::refused(what)
			.named(name)
			.next("get the right file from whoever saved it"))
	};
	if let Some(asked) = asset {
		let same = match asked.parse::<u32>() {
			Ok(number) => number == is.id,
			Err(_) => same_ticker(asked, &symbol),
		};
		if !same {
			let what = format!(
				"the statement is of {symbol}, asset {}, not of {asked}",
				is.id
			);
			return fail(what, "AnotherAsset");
		}
	}
	let account = &statement.holding.account;
	match holder {
		Some(asked) if asked != account => fail(
			format!("the statement is of {account}, not of {asked}"),
			"AnotherHolder",
		),
		_ => Ok(()),
	}
}

async fn read_saved(
	saved: &Saved,
	path: &Path,
	genesis: assay_verifier::Hash,
	not_before: u64,
) -> Outcome<(Block, Statement)> {
	let holder: Result<AccountId32, _> = saved.holder.parse();
	let holder = holder.map_err(|_| {
		Failure::input(format!(
			"{}: the holder `{}` is no address",
			path.display(),
			saved.holder
		))
		.next("get the file anew from whoever saved it")
	})?;
	let question = Question {
		asset: saved.asset,
		ticker: None,
		holder,
		roles: roles(saved, path)?,
	};
	let bundle = saved.bundle(path)?;
	let (mut state, block) = proof::verify(&bundle, genesis, not_before)?;
	let statement = Statement::read(&mut state, &question).await?;
	Ok((block, statement))
}

async fn question(context: &Context, at: &At, arguments: &Arguments) -> Outcome<Question> {
	let holder = match &arguments.holder {
		Some(text) => context.account(text)?,
		None => context.acting_account().await?,
	};
	let named = arguments.asset.as_deref().unwrap_or_default();
	let asset = context.asset_at(at, named).await?;
	let roles = api::view_functions().asset_registry().roles_of(asset.id);
	let roles = chain::ask(at, roles).await?;
	let is_number = named.parse::<u32>().is_ok();
	Ok(Question {
		asset: asset.id,
		ticker: (!is_number).then(|| named.to_string()),
		holder,
		roles: roles
			.into_iter()
			.map(|(role, identity, _)| (role, identity))
			.collect(),
	})
}

/// Roles as files name them.
fn role_names(roles: &[(Role, u32)]) -> Vec<(String, u32)> {
	let name = |role: &Role| role.to_possible_value().map(|it| it.get_name().to_string());
	let names = roles.iter();
	names
		.filter_map(|(role, identity)| Some((name(role)?, *identity)))
		.collect()
}

/// Roles as a file names them.
fn roles(saved: &Saved, path: &Path) -> Outcome<Vec<(Role, u32)>> {
	let role = |name: &String| {
		Role::from_str(name, false).map_err(|_| {
			Failure::input(format!("{}: there is no role `{name}`", path.display()))
				.next("get the file anew from whoever saved it")
		})
	};
	let roles = saved.roles.iter();
	roles
		.map(|(name, identity)| Ok((role(name)?, *identity)))
		.collect()
}

fn whole(block: &Block, statement: &Statement) -> Answer {
	proof::describe(block, statement.time).and(show::answer(statement))
}

/// What the runtime computes from the state: a node's word, whoever the node is.
struct Computed {
	/// Status and sums of the reserve; `None` when the chain cannot say.
	figures: Option<ReserveFigures>,
	answer: Answer,
}

async fn computed(context: &Context, at: &At, statement: &Statement) -> Outcome<Computed> {
	let asset = &statement.asset;
	let question = api::view_functions()
		.attestations()
		.reserve_status(asset.id);
	let mut rows: Vec<(&str, String)> = Vec::new();
	let mut told = None;
	match chain::ask(at, question).await? {
		Ok(figures) => {
			rows.push(("reserve status", format!("{:?}", figures.status)));
			rows.push(("reserve", asset.quantity(figures.reserve)));
			rows.push(("after haircuts", asset.quantity(figures.effective)));
			rows.push(("required", asset.quantity(figures.required)));
			told = Some(figures);
		},
		Err(error) => {
			let failure = view_error(context.chain().await?, &error).await?;
			rows.push(("reserve status", failure.what));
		},
	}
	let question = api::view_functions().attestations().headroom(asset.id);
	if let Ok(units) = chain::ask(at, question).await? {
		rows.push(("headroom", asset.tokens(units)));
	}
	let rows: Vec<Vec<Value>> = rows
		.into_iter()
		.map(|(what, value)| vec![json!(what), json!(value)])
		.collect();
	let powers = power_rows(at, asset.id).await?;
	let answer = Answer::new()
		.with_list("computed by the node", &["what", "figure"], rows)
		.with_list("powers by the node", &POWER_COLUMNS, powers);
	Ok(Computed {
		figures: told,
		answer,
	})
}

/// Fails when the node computes what the proven values do not allow, or what contradicts itself.
fn check_computed(computed: &Computed, statement: &Statement) -> Outcome {
	let Some(figures) = &computed.figures else {
		return Ok(());
	};
	let quantity = |quantity: u128| statement.asset.quantity(quantity);
	let (at_most, claims) = (statement.reserve_at_most(), statement.claims());
	let is_backed = matches!(figures.status, ReserveStatus::Backed);
	let why = if figures.reserve > at_most {
		format!(
			"a reserve of {}, and what is proven allows {} at most",
			quantity(figures.reserve),
			quantity(at_most)
		)
	} else if figures.effective > figures.reserve {
		format!(
			"{} after haircuts of a reserve of {}",
			quantity(figures.effective),
			quantity(figures.reserve)
		)
	} else if Some(figures.claims) != claims {
		format!(
			"that {} are claimed, and what is proven claims {}",
			quantity(figures.claims),
			claims.map_or("no quantity".into(), quantity)
		)
	} else if is_backed && figures.effective < figures.required {
		format!(
			"the status Backed with {} after haircuts, where {} are required",
			quantity(figures.effective),
			quantity(figures.required)
		)
	} else {
		return Ok(());
	};
	Err(Failure::refused(format!("the node computes {why}"))
		.named("Contradicted")
		.next("believe nothing of it: ask another node with --url"))
}

#[cfg(test)]
mod tests;
