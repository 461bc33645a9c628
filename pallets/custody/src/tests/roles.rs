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
				licence(4),
				None
			));
			assert_ok!(Custody::suspend(
				council(),
				Office::Custodian,
				SUSPENDED_ORG,
				hash(4)
			));
			world();
			let result = call
				.clone()
				.dispatch(origin)
				.map(|_| ())
				.map_err(|failure| failure.error);
			assert_eq!(result, expected, "actor {index} on {call:?}");
		});
	}
}

/// An encumbered bar, a matured bill, a list, and an offer of the other custodian to this one.
fn world() {
	register(&[("E1", 50)]);
	let who = || signed(CUSTODIAN);
	assert_ok!(Custody::encumber_lots(
		who(),
		GOLD,
		0,
		ids(&["E1"]),
		hash(5)
	));
	let lots = batch([bill("T1", 10, Some(START + 1))]);
	assert_ok!(Custody::register_lots(who(), BILLS, 0, lots, None));
	Now::set(START + 1);
	assert_ok!(Custody::open_list(who(), GOLD, 0, hash(7), 1, 1));
	let lots = batch([bar("O1", 10)]);
	assert_ok!(Custody::register_lots(signed(OTHER), GOLD, 1, lots, None));
	let (lots, until) = (ids(&["O1"]), START + 10);
	let who = signed(OTHER);
	assert_ok!(Custody::offer_lots(
		who,
		GOLD,
		1,
		lots,
		CUSTODIAN_ORG,
		0,
		until
	));
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
	check(renew_licence(CUSTODIAN_ORG), council_only());
	check(set_required_bond(CUSTODIAN_ORG), council_only());
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

#[test]
fn custodians_alone_say_what_became_of_their_lots() {
	use pallet_calls::*;
	check(
		encumber_lots("P1"),
		custodian_only(Error::NotOwner, Error::NotOwner),
	);
	check(
		lift_encumbrance("E1"),
		custodian_only(Error::NotOwner, Error::NotOwner),
	);
	check(
		report_cash("T1"),
		custodian_only(Error::NotOwner, Error::NotApproved),
	);
	check(
		open_list(8),
		custodian_only(Error::NotOwner, Error::NotApproved),
	);
	check(
		remove_list(7),
		custodian_only(Error::NotOwner, Error::NotOwner),
	);
}

#[test]
fn each_custodian_speaks_for_its_side_of_a_transfer() {
	use pallet_calls::*;
	check(
		offer_lots("P1"),
		custodian_only(Error::NotOwner, Error::NotOwner),
	);
	check(
		accept_lots(0),
		custodian_only(Error::NotOwner, Error::NotApproved),
	);
	let mut either = custodian_only(Error::NotOwner, Error::NotOwner);
	either[2] = Ok(());
	check(cancel_offer(0), either);
}

mod pallet_calls {
	use super::*;

	fn wrap(call: Call<Test>) -> RuntimeCall {
		RuntimeCall::Custody(call)
	}
	pub fn approve_custodian(organisation: u32) -> RuntimeCall {
		wrap(Call::approve_custodian {
			organisation,
			licence: licence(4),
			required_bond: None,
		})
	}
	pub fn approve_auditor(organisation: u32) -> RuntimeCall {
		wrap(Call::approve_auditor {
			organisation,
			licence: licence(4),
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
			list: None,
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
	pub fn renew_licence(organisation: u32) -> RuntimeCall {
		wrap(Call::renew_licence {
			office: Office::Custodian,
			organisation,
			licence: licence(4),
		})
	}
	pub fn set_required_bond(organisation: u32) -> RuntimeCall {
		wrap(Call::set_required_bond {
			organisation,
			required_bond: None,
		})
	}
	pub fn encumber_lots(serial: &str) -> RuntimeCall {
		wrap(Call::encumber_lots {
			asset: GOLD,
			vault: 0,
			lots: ids(&[serial]),
			document: hash(5),
		})
	}
	pub fn lift_encumbrance(serial: &str) -> RuntimeCall {
		wrap(Call::lift_encumbrance {
			lots: ids(&[serial]),
			document: hash(5),
		})
	}
	pub fn report_cash(serial: &str) -> RuntimeCall {
		wrap(Call::report_cash {
			lot: id_of(serial),
			cash: CashInput {
				quantity: 10,
				value: 10,
				matures_at: None,
				basis: assay_primitives::Basis::Market,
				class: assay_primitives::LiquidityClass::Liquid,
				document_hash: hash(5),
			},
		})
	}
	pub fn open_list(list: u8) -> RuntimeCall {
		wrap(Call::open_list {
			asset: GOLD,
			vault: 0,
			list: hash(list),
			lots: 1,
			quantity: 1,
		})
	}
	pub fn remove_list(list: u8) -> RuntimeCall {
		wrap(Call::remove_list {
			asset: GOLD,
			vault: 0,
			list: hash(list),
		})
	}
	pub fn offer_lots(serial: &str) -> RuntimeCall {
		wrap(Call::offer_lots {
			asset: GOLD,
			vault: 0,
			lots: ids(&[serial]),
			to_custodian: OTHER_ORG,
			to_vault: 1,
			expires_at: START + 10,
		})
	}
	pub fn accept_lots(offer: u64) -> RuntimeCall {
		wrap(Call::accept_lots { offer })
	}
	pub fn cancel_offer(offer: u64) -> RuntimeCall {
		wrap(Call::cancel_offer { offer })
	}
}
