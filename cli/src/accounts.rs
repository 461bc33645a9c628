//! How accounts are named on the command line and in files.

use crate::{
	errors::{Failure, Outcome},
	keys::{self, Keystore},
	multisig::Multisig,
};
use std::str::FromStr;
use subxt::utils::AccountId32;

/// How a multisig begins that is named by its threshold and signatories.
const MULTISIG: &str = "multisig:";

/// Reads an SS58 address, 32 bytes in `0x` hex, a `//Name`, the name of a key in the keystore, or a
/// multisig such as `multisig:2:A,B,C`.
pub fn parse(text: &str, keystore: &Keystore) -> Outcome<AccountId32> {
	let text = text.trim();
	if let Some(text) = text.strip_prefix(MULTISIG) {
		return Ok(Multisig::parse(text, keystore)?.account());
	}
	if keys::is_dev(text) {
		return Ok(AccountId32(keys::keypair(text)?.public_key().0));
	}
	if let Some(digits) = text.strip_prefix("0x") {
		return hex32(digits).map(AccountId32).ok_or_else(|| {
			Failure::input(format!(
				"`{text}` is not an account: it is not 32 bytes of hex"
			))
			.next("write 0x and 64 hex digits")
		});
	}
	if let Ok(account) = AccountId32::from_str(text) {
		return Ok(account);
	}
	keystore
		.read(text)
		.and_then(|file| file.account())
		.map_err(|_| {
			Failure::input(format!("`{text}` is not an account"))
				.next("write an SS58 address, 0x and 64 hex digits, //Name, or the name of a key")
		})
}

/// Whether a text names a multisig by its signatories.
pub fn is_multisig(text: &str) -> bool {
	text.trim().starts_with(MULTISIG)
}

/// Reads 32 bytes in hex, with or without `0x`.
pub fn parse_hash(text: &str) -> Outcome<[u8; 32]> {
	hex32(text.trim_start_matches("0x")).ok_or_else(|| {
		Failure::input(format!("`{text}` is not a hash")).next("write 0x and 64 hex digits")
	})
}

/// Writes bytes as `0x` hex.
pub fn hex(bytes: impl AsRef<[u8]>) -> String {
	format!("0x{}", hex::encode(bytes))
}

fn hex32(digits: &str) -> Option<[u8; 32]> {
	hex::decode(digits).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
	use super::*;

	const ALICE: &str = "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";

	#[test]
	fn works_for_every_way_to_name_an_account() {
		let store = Keystore::new("/nonexistent");
		for text in [
			"//Alice",
			"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
			&format!("0x{ALICE}"),
		] {
			assert_eq!(hex::encode(parse(text, &store).unwrap().0), ALICE, "{text}");
		}
	}

	#[test]
	fn fails_when_it_is_no_account() {
		let store = Keystore::new("/nonexistent");
		for text in [
			"0x12",
			"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ",
			"nobody",
			"",
		] {
			let failure = parse(text, &store).unwrap_err();
			assert_eq!(failure.exit_code(), 2, "{text}");
			assert!(failure.what.contains("is not an account"));
		}
	}

	#[test]
	fn hashes_are_32_bytes_of_hex() {
		assert_eq!(parse_hash(&format!("0x{ALICE}")), parse_hash(ALICE));
		assert_eq!(parse_hash("0x12").unwrap_err().exit_code(), 2);
	}
}
