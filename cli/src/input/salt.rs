//! The secret of a registrar's list, from which the salt of every hash is derived.
//!
//! A hash of something short, such as a reference or a passport's number, gives it away to whoever
//! tries all of them. Every hash is therefore taken over 32 bytes that nobody can guess and what it
//! stands for. The bytes come from one secret, so that a list that is run again gives the same
//! hashes; each is derived for itself, so that showing one tells nothing of the others.

use crate::{
	accounts::parse_hash,
	convert::blake2,
	errors::{Failure, Outcome},
	keys,
};
use std::{fs, io::Write, path::Path};
use subxt::utils::H256;

/// What the registrar's reference itself is salted with.
const REFERENCE: &str = "reference";

/// The secret of a list.
pub struct Salt([u8; 32]);

impl Salt {
	/// From a secret.
	pub const fn new(secret: [u8; 32]) -> Self {
		Self(secret)
	}

	/// Reads the secret, or makes one that only this user may read.
	pub fn read_or_make(path: &Path) -> Outcome<Self> {
		if path.exists() {
			let text = super::read_text(path)?;
			return parse_hash(text.trim()).map(Self).map_err(|_| {
				Failure::input(format!("{}: it is not a salt", path.display()))
					.next("it holds 0x and 64 hex digits; name the right file with --salt")
			});
		}
		let secret = keys::random();
		let mut options = fs::OpenOptions::new();
		options.write(true).create_new(true);
		#[cfg(unix)]
		std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
		options
			.open(path)
			.and_then(|mut file| writeln!(file, "{}", crate::accounts::hex(secret)))
			.map_err(|error| {
				Failure::input(format!("{} cannot be written: {error}", path.display()))
					.next("name another file with --salt; nothing was sent")
			})?;
		Ok(Self(secret))
	}

	/// The salt of what is said about an entry.
	pub fn of(&self, about: &str, reference: &str) -> [u8; 32] {
		// A zero byte keeps the two texts apart.
		blake2(&[&self.0[..], about.as_bytes(), &[0], reference.as_bytes()].concat()).0
	}

	/// What stands on chain for an entry.
	pub fn reference(&self, reference: &str) -> H256 {
		blake2(&[&self.of(REFERENCE, reference)[..], reference.as_bytes()].concat())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_secret_is_made_once() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("list.csv.salt");
		let made = Salt::read_or_make(&path).unwrap();
		let read = Salt::read_or_make(&path).unwrap();
		assert_eq!(made.reference("I1"), read.reference("I1"));
		fs::write(&path, "pepper\n").unwrap();
		assert_eq!(Salt::read_or_make(&path).err().unwrap().exit_code(), 2);
	}

	#[test]
	fn salts_differ_by_subject_and_entry() {
		let salt = Salt::new([7; 32]);
		let all = [
			salt.of("kyc", "I1"),
			salt.of("kyc", "I2"),
			salt.of("aml", "I1"),
			Salt::new([8; 32]).of("kyc", "I1"),
		];
		for (place, one) in all.iter().enumerate() {
			assert!(!all[place + 1..].contains(one));
		}
		assert_ne!(salt.reference("I1"), salt.reference("I2"));
	}
}
