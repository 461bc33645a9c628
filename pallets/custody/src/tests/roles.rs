//! Every call × every kind of signer.

use super::*;
use polkadot_sdk::{
	frame_support::dispatch::RawOrigin,
	sp_runtime::{traits::Dispatchable, DispatchError::BadOrigin},
};

/// What each actor gets: custodian, its employee, other custodian, auditor, stranger, person,
/// nobody, council, root.
type Row = [Result<(), DispatchError>; 9];

fn check(call: RuntimeCall, row: Row) {
	let mut origins: Vec<RuntimeOrigin> = [
		CUSTODIAN, EMPLOYEE, OTHER, AUDITOR, STRANGER, PERSON, NOBODY, COUNCIL,
	]
	.into_iter()
	.map(signed)
	.collect();
	origins.push(RawOrigin::Root.into());
	for (index, (origin, expected)) in origins.into_iter().zip(row).enumerate() {
		ExtBuilder::default().with_vaults().build_and_execute(|| {
			register(&[("P1", 400), ("W1", 400)]);
			assert_ok!(Custody::withdraw_lots(
				signed(CUSTODIAN),
				GOLD,
				0,
				ids(&["W1"]),
				hash(5)
			));
			open_vault(CUSTODIAN);
			add_identity(SUSPENDED_ORG, assay_primitives::IdentityKind::Legal, None);
			assert_ok!(Custody::approve_custodian(
				council(),
				SUSPENDED_ORG,
				hash(4)
			));
			assert_ok!(Custody::suspend(
				council(),
				Office::Custodian,
				SUSPENDED_ORG,
				hash(4)
			));
			let result = call
				.clone()
				.dispatch(origin)
				.map(|_| ())
				.map_err(|failure| failure.error);
			assert_eq!(result, expected, "actor {index} on {call:?}");
		});
	}
}

/// An organisation that nobody in the table acts for.
const SUSPENDED_ORG: u32 = 70;

fn council_only() -> Row {
	let bad = Err(BadOrigin);
	[bad, bad, bad, bad, bad, bad, bad, Ok(()), bad]
}

fn custodian_only(other: Error<Test>, unapproved: Error<Test>) -> Row {
	let no_identity = Err(Error::<Test>::NoActiveIdentity.into());
	let (other, unapproved) = (other.into(), unapproved.into());
	[
		Ok(()),
		Ok(()),
		Err(other),
		Err(unapproved),
		Err(unapproved),
		Err(unapproved),
		no_identity,
		no_identity,
		Err(BadOrigin),
	]
}

#[test]
fn the_council_alone_decides_on_offices() {
	use pallet_calls::*;
	check(approve_custodian(STRANGER_ORG), council_only());
	check(approve_auditor(STRANGER_ORG), council_only());
	check(suspend(CUSTODIAN_ORG), council_only());
	check(reinstate(SUSPENDED_ORG), council_only());
	check(remove(AUDITOR_ORG), council_only());
}

#[test]
fn custodians_alone_keep_vaults_and_lots() {
	use pallet_calls::*;
	let mut any_custodian = custodian_only(Error::NotOwner, Error::NotApproved);
	any_custodian[2] = Ok(());
	check(open_vault(), any_custodian);
	check(
		close_vault(2),
		custodian_only(Error::NotOwner, Error::NotOwner),
	);
	check(
		register_lots("N1"),
		custodian_only(Error::NotOwner, Error::NotApproved),
	);
	check(
		withdraw_lots("P1"),
		custodian_only(Error::NotOwner, Error::NotOwner),
	);
	check(
		remove_lots("W1"),
		custodian_only(Error::NotOwner, Error::NotOwner),
	);
}

mod pallet_calls {
	use super::*;

	fn wrap(call: Call<Test>) -> RuntimeCall {
		RuntimeCall::Custody(call)
	}
	pub fn approve_custodian(organisation: u32) -> RuntimeCall {
		wrap(Call::approve_custodian {
			organisation,
			licence: hash(4),
		})
	}
	pub fn approve_auditor(organisation: u32) -> RuntimeCall {
		wrap(Call::approve_auditor {
			organisation,
			licence: hash(4),
		})
	}
	pub fn suspend(organisation: u32) -> RuntimeCall {
		wrap(Call::suspend {
			office: Office::Custodian,
			organisation,
			reason: hash(5),
		})
	}
	pub fn reinstate(organisation: u32) -> RuntimeCall {
		wrap(Call::reinstate {
			office: Office::Custodian,
			organisation,
		})
	}
	pub fn remove(organisation: u32) -> RuntimeCall {
		wrap(Call::remove {
			office: Office::Auditor,
			organisation,
		})
	}
	pub fn open_vault() -> RuntimeCall {
		wrap(Call::open_vault {
			name: BoundedVec::truncate_from(b"v".to_vec()),
			jurisdiction: 756,
		})
	}
	pub fn close_vault(vault: u32) -> RuntimeCall {
		wrap(Call::close_vault { vault })
	}
	pub fn register_lots(serial: &str) -> RuntimeCall {
		wrap(Call::register_lots {
			asset: GOLD,
			vault: 0,
			lots: batch([bar(serial, 1)]),
		})
	}
	pub fn withdraw_lots(serial: &str) -> RuntimeCall {
		wrap(Call::withdraw_lots {
			asset: GOLD,
			vault: 0,
			lots: ids(&[serial]),
			reason: hash(5),
		})
	}
	pub fn remove_lots(serial: &str) -> RuntimeCall {
		wrap(Call::remove_lots {
			lots: ids(&[serial]),
		})
	}
}
