//! Why something is not proven, in plain words, and what to do about it.

use crate::{accounts::hex, errors::Failure, moment};
use assay_verifier::Error;

/// What the verifier found, for people. Whatever it is, nothing that was shown may be believed.
pub fn refused(error: &Error) -> Failure {
	match error {
		Error::WrongGenesis { trusted, found } => Failure::refused(format!(
			"this is another chain: its genesis is {}, and {} is trusted",
			hex(found),
			hex(trusted)
		))
		.named("WrongGenesis")
		.next("compare the hash with the chain's published specification, or name another node with --url"),
		Error::TooOld { time, not_before } => Failure::refused(format!(
			"the newest final block that is shown is of {}, and it must not be older than {}",
			moment::format(*time),
			moment::format(*not_before)
		))
		.named("TooOld")
		.next("ask another node with --url, or accept older figures with --max-age 7d"),
		Error::TooFewVotes { .. }
		| Error::BadSignature { .. }
		| Error::WrongSet { .. }
		| Error::WrongBlock { .. }
		| Error::BadAuthorities { .. }
		| Error::OutOfOrder { .. }
		| Error::NoChange { .. }
		| Error::ForcedChange { .. }
		| Error::DelayedChange { .. } => forged("that the block is final", error),
		Error::AnotherRoot { .. }
		| Error::NotInProof { .. }
		| Error::Absent { .. }
		| Error::Undecodable { .. }
		| Error::TooLarge { .. }
		| Error::Malformed { .. } => forged("what the block's state says", error),
	}
}

fn forged(what: &str, error: &Error) -> Failure {
	Failure::refused(format!("it is not proven {what}: {error}"))
		.named("Forged")
		.next("believe nothing of it: ask another node with --url, or get the file anew")
}

#[cfg(test)]
mod tests {
	use super::{super::world::*, *};
	use assay_verifier::Hash;

	fn name_of(change: impl FnOnce(&mut assay_verifier::Bundle)) -> (String, String) {
		let world = World::new();
		let mut bundle = world.bundle();
		change(&mut bundle);
		let error = bundle.verify(world.genesis_hash(), 0).err().unwrap();
		let failure = refused(&error);
		assert_eq!(failure.exit_code(), 1);
		assert!(failure.next.is_some());
		(failure.name.unwrap_or_default(), failure.what)
	}

	#[test]
	fn fails_when_a_proof_is_forged() {
		let (name, what) = name_of(|bundle| bundle.state_proof[0][5] ^= 1);
		assert_eq!(name, "Forged");
		assert!(
			what.starts_with("it is not proven what the block's state says: "),
			"{what}"
		);
		let (name, what) = name_of(|bundle| {
			let justification = &mut bundle.finality.last.justification;
			justification.truncate(justification.len() - 1);
		});
		assert_eq!(name, "Forged");
		assert!(what.contains("these bytes are no justification"), "{what}");
		let (name, what) = name_of(|bundle| bundle.finality.last.header.number += 1);
		assert_eq!(name, "Forged");
		assert!(
			what.starts_with("it is not proven that the block is final: "),
			"{what}"
		);
	}

	#[test]
	fn fails_when_the_genesis_is_another() {
		let world = World::new();
		let error = world.bundle().verify(Hash::zero(), 0).err().unwrap();
		let failure = refused(&error);
		assert_eq!(failure.name.as_deref(), Some("WrongGenesis"));
		assert!(
			failure.what.contains(&hex(world.genesis_hash())),
			"{failure}"
		);
	}
}
