//! An upgrade, from the council's vote to the code that takes over. That the version rises is checked
//! by the SDK, which leaves the check out where benchmarks are built, as for these tests.

use super::{chain::*, world::*};
use crate::{Runtime, VERSION};
use assay_primitives::IdentityKind;
use codec::Encode;
use polkadot_sdk::{
	frame_support::storage::unhashed,
	frame_system,
	sp_core::{
		storage::well_known_keys::CODE,
		traits::{ReadRuntimeVersion, ReadRuntimeVersionExt},
	},
	sp_externalities::Externalities,
	sp_runtime::traits::{BlakeTwo256, Hash as _},
	sp_version::RuntimeVersion,
};

/// A node that finds in any code the version that its bytes spell.
struct Versions;
impl ReadRuntimeVersion for Versions {
	fn read_runtime_version(
		&self,
		code: &[u8],
		_: &mut dyn Externalities,
	) -> Result<Vec<u8>, String> {
		let spec_version = code
			.try_into()
			.map(u32::from_le_bytes)
			.map_err(|_| "is no runtime".to_string())?;
		let version = RuntimeVersion {
			spec_version,
			..VERSION
		};
		Ok(version.encode())
	}
}

fn code(spec_version: u32) -> Vec<u8> {
	spec_version.to_le_bytes().to_vec()
}

fn apply(code: Vec<u8>) -> frame_system::Call<Runtime> {
	frame_system::Call::apply_authorized_upgrade { code }
}

/// The council decides on the code, and its delay passes.
fn authorize(code: &[u8]) {
	as_council(pallet_consortium::Call::authorize_upgrade {
		code_hash: BlakeTwo256::hash(code),
	});
	for _ in 0..pallet_consortium::MIN_UPGRADE_BLOCKS {
		next_block();
	}
	next_block_at(now() + crate::parameters::UpgradeDelay::get());
	succeed(ANN, pallet_consortium::Call::enact_upgrade {});
}

fn execute_with_versions(test: impl FnOnce()) {
	let mut state = genesis();
	state.register_extension(ReadRuntimeVersionExt::new(Versions));
	state.execute_with(|| {
		begin_block(1, START);
		onboard(ANN, IdentityKind::Natural);
		test();
		check_invariants();
	});
}

#[test]
fn anybody_applies_what_the_council_decided_on() {
	execute_with_versions(|| {
		let new = code(VERSION.spec_version + 1);
		authorize(&new);
		assert_ne!(unhashed::get_raw(CODE), Some(new.clone()));

		succeed(ANN, apply(new.clone()));
		assert_eq!(unhashed::get_raw(CODE), Some(new.clone()));
		assert_event(frame_system::Event::CodeUpdated {
			hash: BlakeTwo256::hash(&new),
		});

		// It is used up: the same code is not applied twice.
		next_block();
		assert_eq!(
			fail(ANN, apply(new)),
			frame_system::Error::<Runtime>::NothingAuthorized.into()
		);
	});
}

#[test]
fn fails_when_it_is_other_code() {
	execute_with_versions(|| {
		authorize(&code(VERSION.spec_version + 1));
		let before = unhashed::get_raw(CODE);
		let other = code(VERSION.spec_version + 2);
		assert_eq!(
			fail(ANN, apply(other)),
			frame_system::Error::<Runtime>::Unauthorized.into()
		);
		assert_eq!(unhashed::get_raw(CODE), before);
	});
}

#[test]
fn fails_when_it_is_no_runtime() {
	execute_with_versions(|| {
		let before = unhashed::get_raw(CODE);
		authorize(b"garbage");
		succeed(ANN, apply(b"garbage".to_vec()));
		assert_event(frame_system::Event::RejectedInvalidAuthorizedUpgrade {
			code_hash: BlakeTwo256::hash(b"garbage"),
			error: frame_system::Error::<Runtime>::FailedToExtractRuntimeVersion.into(),
		});
		assert_eq!(unhashed::get_raw(CODE), before);
	});
}
