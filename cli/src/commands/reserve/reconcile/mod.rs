//! A custodian's statement against what the chain says.

mod compare;

use super::{
	breakdown,
	lots::{lots_of, name},
	standing,
};
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{
			assay_primitives::reserve::Scope,
			pallet_attestations::types::{ScopeBreakdown, ScopeState},
			pallet_custody::{
				lot::{Lot, LotStatus},
				types::Vault,
			},
		},
	},
	chain::{self, At},
	commands::lot::lot_id,
	context::{text_of, AssetInfo, Context},
	errors::{Failure, Outcome},
	input::{
		asset::underlying_decimals,
		bars::BarList,
		holdings::{bad, Holdings},
	},
	output::{printable, Answer, Format},
};
use clap::Args;
use compare::{
	agreed_encumbered, compare, Books, Difference, Keeping, Registered, Reported, Stated,
};
use serde_json::json;
use std::{
	collections::{BTreeMap, BTreeSet},
	path::{Path, PathBuf},
};
use subxt::utils::{AccountId32, H256};

/// What to compare.
#[derive(Debug, Args)]
pub struct ReconcileArgs {
	/// Ticker or number
	asset: String,
	/// The custodian's statement, or a bar list
	#[arg(long, value_name = "FILE.csv")]
	statement: PathBuf,
	/// How far two figures of a lot may lie apart, as a decimal; two totals so far for each lot
	#[arg(long, default_value = "0", value_name = "QUANTITY")]
	tolerance: String,
	/// Compare only this vault, by name or number; may be given several times
	#[arg(long = "vault", value_name = "VAULT")]
	vaults: Vec<String>,
}

/// Compares, and fails on any difference.
pub async fn run(context: &Context, args: ReconcileArgs) -> Outcome {
	let path = args.statement.as_path();
	let holdings = Holdings::read(path)?;
	let at = context.chain().await?.finalized().await?;
	let asset = context.asset_at(&at, &args.asset).await?;
	let tolerance = asset.parse_quantity(&args.tolerance)?;
	let register = Register::at(&at).await?;
	let only = args
		.vaults
		.iter()
		.map(|given| register.find(given).map_err(Failure::input))
		.collect::<Outcome<BTreeSet<u32>>>()?;
	let mut statement = register.resolve(&holdings, &asset, path)?;
	statement.retain(|stated| only.is_empty() || only.contains(&stated.vault));
	let scopes = register.scopes(&asset, &statement, &only);
	let books = books(context, &at, &asset, &register, &scopes, &statement).await?;
	check_not_empty(&statement, &books, path)?;
	let differences = compare(&statement, &books, tolerance);
	let compared = Compared {
		asset: &asset,
		statement: &statement,
		books: &books,
		tolerance,
	};
	compared.answer(context, &at, &differences)?;
	match differences.len() {
		0 => Ok(()),
		count => Err(Failure::refused(format!(
			"{}: {count} {} between the statement and the chain",
			path.display(),
			if count == 1 {
				"difference"
			} else {
				"differences"
			}
		))
		.named("Unreconciled")
		.next("clear up each with the custodian: `assay lot show`, `assay attest show`")),
	}
}

/// Fails when neither side has a lot: two empty lists agree in nothing.
fn check_not_empty(statement: &[Stated], books: &Books, path: &Path) -> Outcome {
	if !statement.is_empty() || !books.lots.is_empty() {
		return Ok(());
	}
	let vaults: Vec<&str> = books.vaults.values().map(String::as_str).collect();
	Err(Failure::refused(format!(
		"{}: nothing was compared: neither the statement nor the chain has a lot in {}",
		path.display(),
		vaults.join(", ")
	))
	.named("NothingCompared")
	.next("name the vaults of the statement with --vault, or leave --vault out"))
}

/// The vaults there are.
struct Register {
	vaults: BTreeMap<u32, Vault<AccountId32>>,
}

impl Register {
	async fn at(at: &At) -> Outcome<Self> {
		let entries = chain::entries_at(at, api::storage().custody().vaults(), ()).await?;
		let vaults = entries.into_iter().map(|((id,), vault)| (id, vault));
		Ok(Self {
			vaults: vaults.collect(),
		})
	}

	/// A vault by its number or name; else what is wrong with it.
	fn find(&self, given: &str) -> Result<u32, String> {
		let mut named = self
			.vaults
			.iter()
			.filter(|(_, vault)| vault.name.0 == given.as_bytes())
			.map(|(id, _)| *id);
		if let Ok(id) = given.parse::<u32>() {
			return match self.vaults.contains_key(&id) {
				true if named.any(|other| other != id) => Err(format!(
					"`{given}` is the number of one vault and the name of another: name the first by \
					 its name, the second by its number"
				)),
				true => Ok(id),
				false => Err(format!("there is no vault {id}")),
			};
		}
		match (named.next(), named.next()) {
			(Some(id), None) => Ok(id),
			(None, _) => Err(format!("there is no vault `{given}`")),
			(Some(_), Some(_)) => Err(format!(
				"several vaults are called `{given}`: name it by its number"
			)),
		}
	}

	/// The lines of a statement in the chain's terms.
	fn resolve(&self, holdings: &Holdings, asset: &AssetInfo, path: &Path) -> Outcome<Vec<Stated>> {
		if holdings.is_bar_list {
			BarList::check_unit(&asset.unit, path)?;
		}
		let quantities = holdings.quantities(underlying_decimals(&asset.unit), path)?;
		let (mut statement, mut faults) = (Vec::new(), Vec::new());
		for (holding, quantity) in holdings.lines.iter().zip(quantities) {
			match self.find(&holding.vault) {
				Ok(vault) => statement.push(Stated {
					line: holding.line,
					name: format!("{} {}", holding.registry, holding.serial),
					id: lot_id(&holding.registry, &holding.serial)?.0,
					quantity,
					vault,
					encumbrance: holding.encumbrance.clone(),
				}),
				Err(fault) => faults.push((holding.line, fault)),
			}
		}
		match faults.is_empty() {
			true => Ok(statement),
			false => Err(bad(path, &faults)),
		}
	}

	/// Where lots are compared: in the vaults that are asked for, else in those that the statement
	/// names and in every other one of their custodians that keeps lots for the asset. A vault that
	/// a statement leaves out must not go unseen.
	fn scopes(&self, asset: &AssetInfo, statement: &[Stated], only: &BTreeSet<u32>) -> Vec<Scope> {
		let named: BTreeSet<u32> = statement.iter().map(|stated| stated.vault).collect();
		let custodians: BTreeSet<u32> = named
			.iter()
			.filter_map(|id| self.vaults.get(id))
			.map(|vault| vault.custodian)
			.collect();
		let compared = |id: &u32, vault: &Vault<AccountId32>| match only.is_empty() {
			false => only.contains(id),
			true => {
				named.contains(id)
					|| (custodians.contains(&vault.custodian) && vault.assets.0.contains(&asset.id))
			},
		};
		self.vaults
			.iter()
			.filter(|(id, vault)| compared(id, vault))
			.map(|(id, vault)| Scope {
				asset: asset.id,
				custodian: vault.custodian,
				vault: *id,
			})
			.collect()
	}
}

/// All that the chain says at a block of what is compared.
async fn books(
	context: &Context,
	at: &At,
	asset: &AssetInfo,
	register: &Register,
	scopes: &[Scope],
	statement: &[Stated],
) -> Outcome<Books> {
	let pledged = lots_of(at, scopes).await?;
	let mut counts = BTreeMap::<u32, u64>::new();
	for (_, lot) in &pledged {
		*counts.entry(lot.vault).or_default() += 1;
	}
	let mut lots: BTreeMap<_, _> = pledged
		.iter()
		.map(|(id, lot)| (id.0, registered(lot)))
		.collect();
	for stated in statement {
		if lots.contains_key(&stated.id) {
			continue;
		}
		let key = (H256(stated.id),);
		if let Some(lot) = chain::get(at, api::storage().custody().lots(), key).await? {
			lots.insert(stated.id, registered(&lot));
		}
	}
	let standing = standing(context, at, asset.id).await?;
	let parts = breakdown::scopes(context, at, asset.id).await?;
	let reports = scopes.iter().filter_map(|scope| {
		let count = counts.get(&scope.vault).copied().unwrap_or_default();
		let part = parts.iter().find(|part| {
			(part.scope.custodian, part.scope.vault) == (scope.custodian, scope.vault)
		});
		reported(scope, part, &pledged, count)
	});
	let vault = |id: u32| register.vaults.get(&id).map(|it| text_of(&it.name.0));
	Ok(Books {
		asset: asset.id,
		reports: reports.collect(),
		vaults: scopes
			.iter()
			.filter_map(|scope| vault(scope.vault).map(|name| (scope.vault, name)))
			.collect(),
		lots,
		reserve: standing.figures.reserve,
		claims: standing.figures.claims,
	})
}

/// What a scope's report says; a vault without report and lots has nothing to say.
fn reported(
	scope: &Scope,
	part: Option<&ScopeBreakdown>,
	pledged: &[(H256, Lot<AccountId32>)],
	lot_count: u64,
) -> Option<Reported> {
	let Some(part) = part else {
		let lots = pledged.iter().filter(|(_, lot)| lot.vault == scope.vault);
		return (lot_count > 0).then(|| Reported {
			vault: scope.vault,
			not_in_force: Some("no report".into()),
			stated: 0,
			removed: 0,
			lots: lots
				.map(|(_, lot)| lot.quantity)
				.fold(0, u128::saturating_add),
			lot_count,
		});
	};
	Some(Reported {
		vault: scope.vault,
		not_in_force: match part.state {
			ScopeState::Counts => None,
			_ => Some(format!("{:?}", part.state)),
		},
		stated: part.quantity,
		removed: part.removed,
		lots: part.pledged,
		lot_count,
	})
}

fn registered(lot: &Lot<AccountId32>) -> Registered {
	Registered {
		name: name(lot),
		vault: lot.vault,
		keeping: match lot.status {
			LotStatus::Stored => Keeping::Stored,
			LotStatus::Released => Keeping::Released,
			LotStatus::Encumbered => Keeping::Encumbered,
		},
		lien: lot.lien,
		quantity: lot.quantity,
	}
}

const COLUMNS: [&str; 6] = ["difference", "line", "what", "stated", "on chain", "detail"];

/// What was compared.
struct Compared<'a> {
	asset: &'a AssetInfo,
	statement: &'a [Stated],
	books: &'a Books,
	tolerance: u128,
}

impl Compared<'_> {
	fn answer(&self, context: &Context, at: &At, differences: &[Difference]) -> Outcome {
		if differences.is_empty() && context.options.output == Format::Table {
			let line = self.line()?;
			let (number, hash) = (at.block_number(), hex(at.block_hash()));
			let tolerance = self.asset.quantity(self.tolerance);
			let line = format!("{line}, at block {number} {hash}, tolerance {tolerance}");
			println!("{}", printable(&line));
			return Ok(());
		}
		let (asset, books) = (self.asset, self.books);
		let rows = differences.iter().map(|it| {
			vec![
				json!(it.kind.words()),
				json!(it.line),
				json!(it.what),
				json!(it.figures.stated.map(|it| asset.figure(it))),
				json!(it.figures.on_chain.map(|it| asset.figure(it))),
				json!(it.detail),
			]
		});
		let (backing, encumbered) = self.sides();
		context.print(
			Answer::new()
				.fact("asset", asset.symbol.as_str())
				.fact("block", at.block_number())
				.fact("block hash", hex(at.block_hash()))
				.fact("vaults", json!(self.vaults()))
				.fact("lots stated", backing.len())
				.fact("quantity stated", asset.quantity(total(&backing)?))
				.fact("lots encumbered", encumbered.len())
				.fact("quantity encumbered", asset.quantity(total(&encumbered)?))
				.fact("tolerance", asset.quantity(self.tolerance))
				.fact("reserve", asset.quantity(books.reserve))
				.fact("claimed", asset.quantity(books.claims))
				.fact("agree", differences.is_empty())
				.with_list("differences", &COLUMNS, rows.collect()),
		);
		Ok(())
	}

	/// That all agree, in a line. What both sides call encumbered backs nothing, and stands apart.
	fn line(&self) -> Outcome<String> {
		let (backing, encumbered) = self.sides();
		let apart = match encumbered.len() {
			0 => String::new(),
			count => format!(
				", and {count} encumbered, {}",
				self.asset.quantity(total(&encumbered)?)
			),
		};
		Ok(format!(
			"all agree: {} lots, {} in {}{apart}",
			backing.len(),
			self.asset.quantity(total(&backing)?),
			self.vaults().join(", ")
		))
	}

	/// The lots that the statement has, and those that both sides call encumbered.
	fn sides(&self) -> (Vec<&Stated>, Vec<&Stated>) {
		let lots = self.statement.iter();
		lots.partition(|stated| !agreed_encumbered(stated, self.books))
	}

	fn vaults(&self) -> Vec<&str> {
		self.books.vaults.values().map(String::as_str).collect()
	}
}

fn total(stated: &[&Stated]) -> Outcome<u128> {
	stated
		.iter()
		.try_fold(0u128, |sum, stated| sum.checked_add(stated.quantity))
		.ok_or_else(|| Failure::input("the quantities of the statement are too large"))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		context::examples::gold,
		convert::{bounded, text},
	};

	fn register() -> Register {
		let vault = |custodian, name: &str, assets: &[u32]| Vault {
			custodian,
			name: text(name),
			jurisdiction: 756,
			lots: 0,
			assets: bounded(assets.iter().copied()),
			depositor: AccountId32([0; 32]),
			deposit: 0,
		};
		let vaults = [
			vault(3, "ZRH-1", &[7]),
			vault(3, "ZRH-2", &[7, 8]),
			vault(3, "ZRH-3", &[8]),
			vault(4, "LON-1", &[7]),
			vault(5, "TWIN", &[]),
			vault(5, "TWIN", &[]),
		];
		Register {
			vaults: (0..).zip(vaults).collect(),
		}
	}

	fn resolve(body: &str) -> Outcome<Vec<Stated>> {
		let path = Path::new("s.csv");
		let text = format!("registry,serial,quantity,vault\n{body}");
		register().resolve(&Holdings::parse(&text, path)?, &gold(), path)
	}

	#[test]
	fn lines_get_the_ids_and_vaults_of_the_chain() {
		let statement = resolve("REF,A-1,398.024,ZRH-1\nref,00b2,1,3\n").unwrap();
		assert_eq!(statement[0].id, lot_id("REF", "A1").unwrap().0);
		assert_eq!((statement[0].quantity, statement[0].vault), (398_024, 0));
		assert_eq!(statement[1].id, lot_id("REF", "B2").unwrap().0);
		assert_eq!((statement[1].quantity, statement[1].vault), (1_000, 3));
	}

	#[test]
	fn fails_when_a_vault_is_unknown_or_ambiguous() {
		let failure = resolve("REF,A1,1,ZRH-1\nREF,A2,1,XXX\nREF,A3,1,TWIN\nREF,A4,1,99\n");
		let failure = failure.unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		assert_eq!(
			failure.what,
			"s.csv, line 3: there is no vault `XXX`\n\
			 s.csv, line 4: several vaults are called `TWIN`: name it by its number\n\
			 s.csv, line 5: there is no vault 99"
		);
	}

	#[test]
	fn fails_when_a_number_is_the_name_of_another_vault() {
		let mut register = register();
		register.vaults.get_mut(&3).unwrap().name = text("1");
		let fault = register.find("1").unwrap_err();
		assert!(fault.contains("name of another"), "{fault}");
		assert_eq!(register.find("3"), Ok(3));
		assert_eq!(register.find("ZRH-2"), Ok(1));
		register.vaults.get_mut(&3).unwrap().name = text("3");
		assert_eq!(register.find("3"), Ok(3));
	}

	#[test]
	fn fails_when_a_bar_list_meets_another_unit() {
		let path = Path::new("bars.csv");
		let text = "serial,refiner,gross_oz,assay,fine_oz,vault\n\
			A1,REF,400.000,995.0,398.000,ZRH-1\nTOTAL,,400.000,,398.000,\n";
		let list = Holdings::parse(text, path).unwrap();
		assert!(register().resolve(&list, &gold(), path).is_ok());
		let mut other = gold();
		other.unit = "gram /1000".into();
		let failure = register().resolve(&list, &other, path).unwrap_err();
		assert_eq!(failure.exit_code(), 2);
	}

	fn encumbered_books(statement: &[Stated]) -> Books {
		let lot = Registered {
			name: "REF A2".into(),
			vault: 0,
			keeping: Keeping::Encumbered,
			lien: None,
			quantity: 2_000,
		};
		let encumbered = statement.iter().filter(|it| it.encumbrance.is_some());
		Books {
			asset: 7,
			vaults: [(0, "ZRH-1".to_string())].into(),
			lots: encumbered.map(|it| (it.id, lot.clone())).collect(),
			..Books::default()
		}
	}

	#[test]
	fn lots_that_both_call_encumbered_stand_apart() {
		let mut statement = resolve("REF,A1,1,ZRH-1\nREF,A2,2,ZRH-1\n").unwrap();
		let said = |statement: &[Stated]| {
			let compared = Compared {
				asset: &gold(),
				statement,
				books: &encumbered_books(statement),
				tolerance: 0,
			};
			compared.line().unwrap()
		};
		let line = "all agree: 2 lots, 3.000 fine troy ounce in ZRH-1";
		assert_eq!(said(&statement), line);
		statement[1].encumbrance = Some("repo".into());
		assert_eq!(
			said(&statement),
			"all agree: 1 lots, 1.000 fine troy ounce in ZRH-1, and 1 encumbered, 2.000 fine troy ounce"
		);
	}

	#[test]
	fn fails_when_nothing_was_compared() {
		let path = Path::new("s.csv");
		let mut statement = resolve("REF,A1,1,ZRH-1\n").unwrap();
		let books = encumbered_books(&[]);
		assert_eq!(check_not_empty(&statement, &books, path), Ok(()));
		let failure = check_not_empty(&[], &books, path).unwrap_err();
		assert_eq!(failure.exit_code(), 1);
		assert_eq!(failure.name.as_deref(), Some("NothingCompared"));
		assert!(failure.what.contains("ZRH-1"), "{failure}");
		statement[0].encumbrance = Some("repo".into());
		let books = encumbered_books(&statement);
		assert_eq!(check_not_empty(&[], &books, path), Ok(()));
	}

	#[test]
	fn every_vault_of_the_custodian_is_compared_unless_one_is_named() {
		let statement = resolve("REF,A1,1,ZRH-1\n").unwrap();
		let compared = |only: &[u32]| -> Vec<u32> {
			let only = only.iter().copied().collect();
			let scopes = register().scopes(&gold(), &statement, &only);
			scopes.iter().map(|scope| scope.vault).collect()
		};
		assert_eq!(compared(&[]), [0, 1]);
		assert_eq!(compared(&[0]), [0]);
		assert_eq!(compared(&[3]), [3]);
	}

	#[test]
	fn a_vault_without_report_is_said_when_lots_lie_there() {
		let scope = Scope {
			asset: 7,
			custodian: 3,
			vault: 0,
		};
		assert_eq!(reported(&scope, None, &[], 0), None);
		let said = reported(&scope, None, &[], 1).unwrap();
		assert_eq!(said.not_in_force.as_deref(), Some("no report"));
	}
}
