//! Chains of reports, as they are exported, and what proves that nothing in them was changed.
//!
//! Each report of a scope names the hash of the one before it. Whoever knows one hash can so check
//! everything before it, however long ago it left the chain's own store.

use crate::{
	accounts::{hex, parse_hash},
	convert::blake2,
	errors::{Failure, Outcome},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, path::Path};
use subxt::{ext::codec::Encode, utils::H256};

/// Of this format.
const VERSION: u8 = 1;

/// What one file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Export {
	/// Of this format.
	pub version: u8,
	/// Hash of block 0 of the chain.
	pub genesis: String,
	/// The asset's number.
	pub asset: u32,
	/// The underlying's smallest unit, which quantities are counted in.
	pub unit: String,
	/// The final block that it was exported at.
	pub block: u64,
	/// Its hash.
	pub block_hash: String,
	/// The scopes.
	pub scopes: Vec<ScopeExport>,
}

/// A scope's reports, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScopeExport {
	/// The custodian's identity.
	pub custodian: u32,
	/// The vault's number.
	pub vault: u32,
	/// Its reports.
	pub reports: Vec<Link>,
}

/// A report's place in its scope's chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
	/// How many reports of the scope came before it.
	pub sequence: u32,
	/// The moment it speaks of.
	pub as_of_ms: u64,
	/// What the custodian stated.
	pub quantity: u128,
	/// When the chain took it.
	pub submitted_at_ms: u64,
	/// BLAKE2b-256 of the whole statement.
	pub statement_hash: String,
	/// Hash of the report before it; zero for the first.
	pub previous_hash: String,
	/// Its own hash.
	pub hash: String,
}

/// Custodian and vault.
pub type Place = (u32, u32);

/// Links of each scope by their sequence number.
pub type Chains = BTreeMap<Place, BTreeMap<u32, Link>>;

impl Export {
	/// A new file's content.
	pub fn new(genesis: String, asset: u32, unit: String, block: (u64, String)) -> Self {
		Self {
			version: VERSION,
			genesis,
			asset,
			unit,
			block: block.0,
			block_hash: block.1,
			scopes: Vec::new(),
		}
	}

	/// Reads a file.
	pub fn read(path: &Path) -> Outcome<Self> {
		let export: Self = super::read_json(path)?;
		match export.version {
			VERSION => Ok(export),
			other => Err(Failure::input(format!(
				"{}: histories of version {other} are not known",
				path.display()
			))
			.next("use a newer `assay`")),
		}
	}
}

impl Link {
	/// The hash that the chain computes of it in a scope.
	fn expected_hash(&self, asset: u32, (custodian, vault): Place) -> Outcome<H256> {
		let link = (
			self.sequence,
			self.as_of_ms,
			self.quantity,
			self.submitted_at_ms,
			parse_hash(&self.statement_hash)?,
			parse_hash(&self.previous_hash)?,
		);
		Ok(blake2(&((asset, custodian, vault), link).encode()))
	}

	/// Why it cannot come right after `former`.
	fn does_not_follow(&self, former: &Self) -> Option<&'static str> {
		if former.sequence.checked_add(1) != Some(self.sequence) {
			Some("a report before it is missing")
		} else if former.hash != self.previous_hash {
			Some("it does not name the report before it")
		} else if former.as_of_ms >= self.as_of_ms {
			Some("it does not speak of a later moment than the report before it")
		} else if former.submitted_at_ms > self.submitted_at_ms {
			Some("it was taken earlier than the report before it")
		} else {
			None
		}
	}
}

/// Adds the links of a scope to what is known. Each must have the hash it says, and be the same as
/// any other of its number.
pub fn join(
	chains: &mut Chains,
	asset: u32,
	place: Place,
	links: &[Link],
	source: &str,
) -> Outcome {
	let known = chains.entry(place).or_default();
	for link in links {
		let fail = |what: &str| Err(broken(place, link, source, what));
		if hex(link.expected_hash(asset, place)?) != link.hash {
			return fail("its hash is not that of its content: it was changed");
		}
		let is_first = link.sequence == 0;
		if is_first != (parse_hash(&link.previous_hash)? == [0; 32]) {
			return fail("only the first report follows no other");
		}
		match known.get(&link.sequence) {
			Some(other) if other != link => {
				return fail("another source has another report of this number");
			},
			_ => known.insert(link.sequence, link.clone()),
		};
	}
	Ok(())
}

/// Checks that each scope's links form one chain without a gap.
pub fn check(chains: &Chains) -> Outcome {
	for (place, links) in chains {
		for (former, link) in links.values().zip(links.values().skip(1)) {
			if let Some(what) = link.does_not_follow(former) {
				return Err(broken(*place, link, "the history", what));
			}
		}
	}
	Ok(())
}

/// Fails unless the newest known report of a scope has the sequence number and the hash that a final
/// block has for its end.
pub fn ends_with(chains: &Chains, place: Place, end: &(u32, String)) -> Outcome {
	let known = chains
		.get(&place)
		.and_then(|links| links.values().next_back());
	let what = match known {
		Some(link) if (link.sequence, &link.hash) == (end.0, &end.1) => return Ok(()),
		Some(link) if link.sequence >= end.0 => {
			"the file has reports that this node's final block has not"
		},
		_ => "the node leaves out reports that its final block has",
	};
	let (custodian, vault) = place;
	Err(Failure::refused(format!(
		"{what}, of custodian {custodian} in vault {vault}"
	))
	.named("BrokenHistory")
	.next("ask a node that has all final blocks with --url; if it says the same, they are forged"))
}

/// Fails when nothing is known of a scope that reports for the asset.
pub fn complete(chains: &Chains, reporting: impl IntoIterator<Item = Place>) -> Outcome {
	let mut missing = reporting
		.into_iter()
		.filter(|place| chains.get(place).is_none_or(BTreeMap::is_empty));
	match missing.next() {
		None => Ok(()),
		Some((custodian, vault)) => Err(Failure::refused(format!(
			"the files leave out custodian {custodian} in vault {vault}, which reports for the asset"
		))
		.named("IncompleteHistory")
		.next("add the file with its reports, or export them: `assay reserve history export`")),
	}
}

fn broken((custodian, vault): Place, link: &Link, source: &str, what: &str) -> Failure {
	Failure::refused(format!(
		"{source}: report {} of custodian {custodian} in vault {vault}: {what}",
		link.sequence
	))
	.named("BrokenHistory")
	.next("export it anew; for a gap, add the files that were exported in between")
}

#[cfg(test)]
mod tests {
	use super::*;

	const ASSET: u32 = 7;
	const PLACE: Place = (3, 1);

	/// A chain of so many reports.
	fn links(count: u32) -> Vec<Link> {
		let mut previous = hex([0; 32]);
		(0..count)
			.map(|sequence| {
				let mut link = Link {
					sequence,
					as_of_ms: 100 * u64::from(sequence) + 1,
					quantity: u128::MAX - u128::from(sequence),
					submitted_at_ms: 100 * u64::from(sequence) + 2,
					statement_hash: hex([sequence as u8; 32]),
					previous_hash: previous.clone(),
					hash: String::new(),
				};
				link.hash = hex(link.expected_hash(ASSET, PLACE).unwrap());
				previous = link.hash.clone();
				link
			})
			.collect()
	}

	fn joined(parts: &[&[Link]]) -> Outcome<Chains> {
		let mut chains = Chains::new();
		for part in parts {
			join(&mut chains, ASSET, PLACE, part, "f.json")?;
		}
		check(&chains)?;
		Ok(chains)
	}

	fn fails(parts: &[&[Link]], what: &str) {
		let failure = joined(parts).unwrap_err();
		assert_eq!(failure.exit_code(), 1);
		assert!(failure.what.ends_with(what), "{failure}");
	}

	#[test]
	fn works_for_parts_in_any_order_that_overlap() {
		let all = links(6);
		let chains = joined(&[&all[3..], &all[..2], &all[1..4]]).unwrap();
		assert_eq!(chains[&PLACE].len(), 6);
		assert!(joined(&[&all[2..]]).is_ok());
		assert!(joined(&[]).is_ok());
	}

	#[test]
	fn the_hash_is_that_of_the_chain() {
		// (asset, custodian, vault), then the link's fields, each little-endian.
		let link = &links(1)[0];
		let mut bytes = Vec::new();
		for number in [ASSET, PLACE.0, PLACE.1, 0] {
			bytes.extend(number.to_le_bytes());
		}
		bytes.extend(1u64.to_le_bytes());
		bytes.extend(u128::MAX.to_le_bytes());
		bytes.extend(2u64.to_le_bytes());
		bytes.extend([0; 64]);
		assert_eq!(link.hash, hex(blake2(&bytes)));
	}

	#[test]
	fn fails_when_anything_was_changed() {
		let changed = "its hash is not that of its content: it was changed";
		let edits: [fn(&mut Link); 6] = [
			|link| link.sequence += 1,
			|link| link.as_of_ms += 1,
			|link| link.quantity -= 1,
			|link| link.submitted_at_ms += 1,
			|link| link.statement_hash = hex([9; 32]),
			|link| link.previous_hash = hex([9; 32]),
		];
		for edit in edits {
			let mut all = links(3);
			edit(&mut all[1]);
			fails(&[&all], changed);
		}
		// Of another scope or asset.
		let mut chains = Chains::new();
		assert!(join(&mut chains, ASSET, (3, 2), &links(1), "f").is_err());
		assert!(join(&mut chains, ASSET + 1, PLACE, &links(1), "f").is_err());
	}

	/// A link with a hash of its own that fits its content.
	fn resealed(mut link: Link, edit: impl FnOnce(&mut Link)) -> Link {
		edit(&mut link);
		link.hash = hex(link.expected_hash(ASSET, PLACE).unwrap());
		link
	}

	#[test]
	fn fails_when_the_chain_is_broken() {
		let all = links(4);
		fails(&[&all[..1], &all[2..]], "a report before it is missing");
		let other = resealed(all[1].clone(), |link| link.quantity = 1);
		fails(
			&[&all, &[other.clone()]],
			"another source has another report of this number",
		);
		fails(
			&[&[all[0].clone(), other, all[2].clone()]],
			"it does not name the report before it",
		);
		let early = resealed(all[1].clone(), |link| link.as_of_ms = all[0].as_of_ms);
		fails(
			&[&[all[0].clone(), early]],
			"it does not speak of a later moment than the report before it",
		);
		let early = resealed(all[1].clone(), |link| link.submitted_at_ms = 1);
		fails(
			&[&[all[0].clone(), early]],
			"it was taken earlier than the report before it",
		);
		let rootless = resealed(all[1].clone(), |link| link.previous_hash = hex([0; 32]));
		fails(&[&[rootless]], "only the first report follows no other");
		let grafted = resealed(all[0].clone(), |link| link.previous_hash = hex([1; 32]));
		fails(&[&[grafted]], "only the first report follows no other");
	}

	#[test]
	fn fails_when_files_go_beyond_the_chain() {
		// Each report is well formed and names the one before it: only the chain's end tells.
		let all = links(5);
		let end = |link: &Link| (link.sequence, link.hash.clone());
		let whole = joined(&[&all]).unwrap();
		assert_eq!(ends_with(&whole, PLACE, &end(&all[4])), Ok(()));
		let forged = resealed(all[4].clone(), |link| link.quantity = 1);
		for newest in [&all[3], &all[0], &forged] {
			let failure = ends_with(&whole, PLACE, &end(newest)).unwrap_err();
			assert_eq!(failure.name.as_deref(), Some("BrokenHistory"));
			let what = "the file has reports that this node's final block has not";
			assert!(failure.what.starts_with(what), "{failure}");
		}
		let short = joined(&[&all[..4]]).unwrap();
		for (chains, place) in [(&short, PLACE), (&whole, (3, 2))] {
			let failure = ends_with(chains, place, &end(&all[4])).unwrap_err();
			assert!(failure.what.starts_with("the node leaves out"), "{failure}");
		}
	}

	#[test]
	fn fails_when_a_vault_that_reports_is_left_out() {
		let mut chains = joined(&[&links(2)]).unwrap();
		assert_eq!(complete(&chains, [PLACE]), Ok(()));
		assert_eq!(complete(&chains, []), Ok(()));
		chains.insert((3, 3), BTreeMap::new());
		for place in [(3, 2), (3, 3)] {
			let failure = complete(&chains, [PLACE, place]).unwrap_err();
			assert_eq!(failure.exit_code(), 1);
			assert_eq!(failure.name.as_deref(), Some("IncompleteHistory"));
		}
	}

	#[test]
	fn files_survive_a_round_trip() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("h.json");
		let block = (42, hex([5; 32]));
		let mut export = Export::new(hex([1; 32]), ASSET, "gram".into(), block);
		export.scopes.push(ScopeExport {
			custodian: PLACE.0,
			vault: PLACE.1,
			reports: links(2),
		});
		let text = serde_json::to_string(&export).unwrap();
		std::fs::write(&path, &text).unwrap();
		assert_eq!(Export::read(&path), Ok(export));
		for (from, to, what) in [
			("\"version\":1", "\"version\":2", "version 2 are not known"),
			("\"block\":42", "\"blok\":42", "unknown field `blok`"),
		] {
			std::fs::write(&path, text.replace(from, to)).unwrap();
			let failure = Export::read(&path).unwrap_err();
			assert_eq!(failure.exit_code(), 2);
			assert!(failure.what.contains(what), "{failure}");
		}
	}
}
