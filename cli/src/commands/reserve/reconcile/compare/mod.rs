//! A custodian's statement against the chain's books: a function of plain data.

use std::collections::{BTreeMap, BTreeSet};

/// The id of a lot.
pub type Id = [u8; 32];

/// A line of the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
	/// Where it stands in the file.
	pub line: usize,
	/// Registry and serial.
	pub name: String,
	/// The lot's id.
	pub id: Id,
	/// How much there is, in the underlying's smallest unit.
	pub quantity: u128,
	/// The vault's number.
	pub vault: u32,
	/// What others hold against it.
	pub encumbrance: Option<String>,
}

/// Whether a lot is on its custodian's book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
	/// It is.
	Stored,
	/// It was turned over to those who redeemed.
	Released,
	/// It is, and pledged to others outside the chain.
	Encumbered,
}

/// A lot on chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
	/// Registry and serial.
	pub name: String,
	/// The vault's number.
	pub vault: u32,
	/// Whether it is there.
	pub keeping: Keeping,
	/// The asset that it is pledged to.
	pub lien: Option<u32>,
	/// How much of it is left.
	pub quantity: u128,
}

/// What a report says of a scope, and what the register has there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
	/// The vault's number.
	pub vault: u32,
	/// `None` when it is in force, else why it counts for nothing; a scope without a report is said
	/// so, too.
	pub not_in_force: Option<String>,
	/// What the report states.
	pub stated: u128,
	/// What has left since its `as_of`.
	pub removed: u128,
	/// What the lots that count come to.
	pub lots: u128,
	/// How many lots are pledged there.
	pub lot_count: u64,
}

/// All that the chain says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Books {
	/// The asset.
	pub asset: u32,
	/// Lots pledged in the vaults that are compared, and those that the statement names elsewhere.
	pub lots: BTreeMap<Id, Registered>,
	/// The vaults that are compared, with their names.
	pub vaults: BTreeMap<u32, String>,
	/// Their scopes.
	pub reports: Vec<Reported>,
	/// What counts of all scopes of the asset, before haircuts.
	pub reserve: u128,
	/// What its units claim.
	pub claims: u128,
}

/// In what the two differ, in the order that they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
	/// The statement has a lot that the register has not, or has as gone.
	OnlyInStatement,
	/// The register has a lot that the statement has not.
	OnlyOnChain,
	/// They have different quantities of it.
	Quantity,
	/// They have it in different vaults.
	Vault,
	/// It is not pledged to this asset, or not to it alone.
	Liened,
	/// What the newest report states is not what the lots come to.
	Report,
	/// No report speaks for the vault now.
	NotInForce,
	/// What counts does not cover what is claimed.
	Supply,
}

impl Kind {
	/// In words.
	pub fn words(self) -> &'static str {
		match self {
			Self::OnlyInStatement => "only in statement",
			Self::OnlyOnChain => "only on chain",
			Self::Quantity => "quantity differs",
			Self::Vault => "vault differs",
			Self::Liened => "liened",
			Self::Report => "report differs from lots",
			Self::NotInForce => "no report in force",
			Self::Supply => "reserve below supply",
		}
	}
}

/// Two figures of one thing, in the underlying's smallest unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
	/// What the statement or, for a vault, the report says; for the asset, what is claimed.
	pub stated: Option<u128>,
	/// What the register has; for the asset, what counts.
	pub on_chain: Option<u128>,
}

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
	/// In what.
	pub kind: Kind,
	/// The line of the statement.
	pub line: Option<usize>,
	/// The lot or the vault.
	pub what: String,
	/// The figures.
	pub figures: Figures,
	/// More of it.
	pub detail: String,
}

/// Every difference. Two figures of a lot agree when they are no more than `tolerance` apart, two
/// totals when they are no more than that for each of their lots.
pub fn compare(statement: &[Stated], books: &Books, tolerance: u128) -> Vec<Difference> {
	let mut found: Vec<Difference> = statement
		.iter()
		.flat_map(|stated| lot(stated, books, tolerance))
		.collect();
	let stated: BTreeSet<Id> = statement.iter().map(|stated| stated.id).collect();
	let unstated = books.lots.iter().filter(|(id, lot)| {
		!stated.contains(*id)
			&& lot.lien == Some(books.asset)
			&& books.vaults.contains_key(&lot.vault)
	});
	found.extend(unstated.map(|(_, lot)| Difference {
		kind: Kind::OnlyOnChain,
		line: None,
		what: lot.name.clone(),
		figures: Figures {
			stated: None,
			on_chain: Some(lot.quantity),
		},
		detail: format!("in {}", books.vault(lot.vault)),
	}));
	found.extend(
		books
			.reports
			.iter()
			.flat_map(|report| reported(report, books, tolerance)),
	);
	if books.reserve < books.claims {
		found.push(Difference {
			kind: Kind::Supply,
			line: None,
			what: "the asset".into(),
			figures: Figures {
				stated: Some(books.claims),
				on_chain: Some(books.reserve),
			},
			detail: "claimed by its units, and counted over all vaults".into(),
		});
	}
	found.sort_by_cached_key(|it| (it.kind, it.line, it.what.clone()));
	found
}

impl Books {
	fn vault(&self, id: u32) -> String {
		match self.vaults.get(&id) {
			Some(name) => name.clone(),
			None => format!("vault {id}"),
		}
	}
}

fn lot(stated: &Stated, books: &Books, tolerance: u128) -> Vec<Difference> {
	let difference = |kind, on_chain, detail| Difference {
		kind,
		line: Some(stated.line),
		what: stated.name.clone(),
		figures: Figures {
			stated: Some(stated.quantity),
			on_chain,
		},
		detail,
	};
	let Some(lot) = books.lots.get(&stated.id) else {
		return vec![difference(
			Kind::OnlyInStatement,
			None,
			"not registered".into(),
		)];
	};
	let on_chain = Some(lot.quantity);
	if lot.keeping == Keeping::Released {
		let detail = "released to those who redeemed";
		return vec![difference(Kind::OnlyInStatement, on_chain, detail.into())];
	}
	let mut found = Vec::new();
	if lot.quantity.abs_diff(stated.quantity) > tolerance {
		found.push(difference(Kind::Quantity, on_chain, String::new()));
	}
	if lot.vault != stated.vault {
		let detail = format!(
			"stated in {}, registered in {}",
			books.vault(stated.vault),
			books.vault(lot.vault)
		);
		found.push(difference(Kind::Vault, on_chain, detail));
	}
	if let Some(detail) = lien(stated, lot, books.asset) {
		found.push(difference(Kind::Liened, on_chain, detail));
	}
	found
}

/// Whether statement and register agree that a lot is pledged to others, so that it backs nothing.
pub fn agreed_encumbered(stated: &Stated, books: &Books) -> bool {
	let lot = books.lots.get(&stated.id);
	stated.encumbrance.is_some() && lot.is_some_and(|lot| lot.keeping == Keeping::Encumbered)
}

/// Why a lot does not back the asset alone, unless statement and register agree that it does not.
fn lien(stated: &Stated, lot: &Registered, asset: u32) -> Option<String> {
	match (lot.keeping, lot.lien, &stated.encumbrance) {
		(Keeping::Encumbered, _, Some(_)) => None,
		(Keeping::Encumbered, _, None) => {
			Some("the register has it as pledged to others, the statement as free".into())
		},
		(_, Some(pledged), Some(others)) if pledged == asset => Some(format!(
			"pledged to this asset, and by the statement encumbered: {others}"
		)),
		(_, Some(pledged), _) if pledged == asset => None,
		(_, Some(other), _) => Some(format!("pledged to asset {other}")),
		(_, None, _) => Some("not pledged".into()),
	}
}

fn reported(report: &Reported, books: &Books, tolerance: u128) -> Vec<Difference> {
	let left = report.stated.saturating_sub(report.removed);
	let difference = |kind, detail| Difference {
		kind,
		line: None,
		what: books.vault(report.vault),
		figures: Figures {
			stated: Some(left),
			on_chain: Some(report.lots),
		},
		detail,
	};
	let mut found = Vec::new();
	let allowed = tolerance.saturating_mul(report.lot_count.into());
	if left.abs_diff(report.lots) > allowed {
		let detail =
			"what the newest report states less what has left since, and the lots that count";
		found.push(difference(Kind::Report, detail.into()));
	}
	if let Some(why) = &report.not_in_force {
		found.push(difference(Kind::NotInForce, why.clone()));
	}
	found
}

#[cfg(test)]
mod tests;
