//! From what files and flags say to the chain's types.

use crate::{
	accounts::parse_hash,
	api::runtime_types::{
		assay_primitives::identity::{ClaimTopic, InvestorCategory},
		bounded_collections::bounded_vec::BoundedVec,
	},
	errors::Outcome,
	input::{self, investors::Category, policy::Topic},
	keys,
};
use std::path::Path;
use subxt::{
	config::{substrate::BlakeTwo256, Hasher},
	utils::H256,
};

/// A list whose bound the chain checks.
pub fn bounded<T>(items: impl IntoIterator<Item = T>) -> BoundedVec<T> {
	BoundedVec(items.into_iter().collect())
}

/// Text in the chain's form.
pub fn text(text: &str) -> BoundedVec<u8> {
	bounded(text.bytes())
}

/// BLAKE2b-256.
pub fn blake2(bytes: &[u8]) -> H256 {
	BlakeTwo256.hash(bytes)
}

/// A hash that is given as such, or as a file or a text to hash.
///
/// `0x…` of 64 digits is the hash itself; the path of a file stands for its bytes; anything else
/// stands for its own letters.
pub fn hash_of(given: &str) -> Outcome<H256> {
	if given.starts_with("0x") {
		return parse_hash(given).map(H256);
	}
	let path = Path::new(given);
	match path.is_file() {
		true => Ok(blake2(&input::read_bytes(path)?)),
		false => Ok(blake2(given.as_bytes())),
	}
}

/// A fresh salt, and BLAKE2b-256 of it followed by the document.
pub fn salted(document: &[u8]) -> ([u8; 32], H256) {
	let salt = keys::random();
	(salt, blake2(&[&salt[..], document].concat()))
}

impl From<Topic> for ClaimTopic {
	fn from(topic: Topic) -> Self {
		match topic {
			Topic::Kyc => Self::Kyc,
			Topic::Aml => Self::Aml,
			Topic::SanctionsClear => Self::SanctionsClear,
			Topic::Accredited => Self::Accredited,
			Topic::Professional => Self::Professional,
			Topic::TaxResidence => Self::TaxResidence,
			Topic::Custom(number) => Self::Custom(number),
		}
	}
}

impl From<&ClaimTopic> for Topic {
	fn from(topic: &ClaimTopic) -> Self {
		match topic {
			ClaimTopic::Kyc => Self::Kyc,
			ClaimTopic::Aml => Self::Aml,
			ClaimTopic::SanctionsClear => Self::SanctionsClear,
			ClaimTopic::Accredited => Self::Accredited,
			ClaimTopic::Professional => Self::Professional,
			ClaimTopic::TaxResidence => Self::TaxResidence,
			ClaimTopic::Custom(number) => Self::Custom(*number),
		}
	}
}

impl From<&InvestorCategory> for Category {
	fn from(category: &InvestorCategory) -> Self {
		match category {
			InvestorCategory::Retail => Self::Retail,
			InvestorCategory::Professional => Self::Professional,
			InvestorCategory::Accredited => Self::Accredited,
			InvestorCategory::Institutional => Self::Institutional,
		}
	}
}

impl From<Category> for InvestorCategory {
	fn from(category: Category) -> Self {
		match category {
			Category::Retail => Self::Retail,
			Category::Professional => Self::Professional,
			Category::Accredited => Self::Accredited,
			Category::Institutional => Self::Institutional,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn hashes_come_from_hex_files_and_text() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("a.txt");
		std::fs::write(&path, "abc").unwrap();
		let of_text = hash_of("abc").unwrap();
		assert_eq!(
			crate::accounts::hex(of_text),
			"0xbddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"
		);
		assert_eq!(hash_of(path.to_str().unwrap()), Ok(of_text));
		assert_eq!(hash_of(&crate::accounts::hex(of_text)), Ok(of_text));
		assert!(hash_of("0x12").is_err());
	}

	#[test]
	fn salts_differ() {
		let (salt, hash) = salted(b"passport");
		assert_ne!(salted(b"passport").0, salt);
		assert_eq!(hash, blake2(&[&salt[..], b"passport"].concat()));
	}
}
