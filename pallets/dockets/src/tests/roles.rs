//! Every call × every kind of signer.

use super::*;
use polkadot_sdk::{frame_support::dispatch::RawOrigin, sp_runtime::traits::Dispatchable};

/// Who is tried, in the order of the rows.
const ACTORS: [AccountId; 11] = [
	OFFICER, COLLEAGUE, AGENT, THIRD, ELSEWHERE, SUSPENDED, HOLDER, HOLDER_2, OTHER, NOBODY,
	COUNCIL,
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
	/// Agents of the proposing organisation.
	Proposing,
	/// Agents of the others.
	Other,
	/// The holder, by each of its accounts.
	Holder,
	/// Everybody else.
	Nobody,
}

fn side(who: AccountId) -> Side {
	match who {
		OFFICER | COLLEAGUE => Side::Proposing,
		AGENT | THIRD => Side::Other,
		HOLDER | HOLDER_2 => Side::Holder,
		_ => Side::Nobody,
	}
}

type Answers = fn(AccountId) -> Result<(), DispatchError>;

fn err(error: Error<Test>) -> Result<(), DispatchError> {
	Err(error.into())
}

fn of_other_side(who: AccountId) -> Result<(), DispatchError> {
	match side(who) {
		Side::Proposing => err(Error::SameOrganisation),
		Side::Other => Ok(()),
		Side::Holder | Side::Nobody => err(Error::NotAgent),
	}
}

/// Call, what is given, and what each signer gets.
fn table() -> Vec<(Call<Test>, fn() -> DocketId, Answers)> {
	let open: fn() -> DocketId = || proposed(transfer(60));
	let late: fn() -> DocketId = || expired(transfer(60));
	let old: fn() -> DocketId = || {
		let docket = expired(transfer(60));
		advance(RETENTION);
		docket
	};
	vec![
		(propose(wipe(1), 1), late, |who| match side(who) {
			Side::Proposing | Side::Other => Ok(()),
			Side::Holder | Side::Nobody => err(Error::NotAgent),
		}),
		(approve(0), open, of_other_side),
		(reject(0), open, of_other_side),
		(Call::withdraw { docket: 0 }, open, |who| match side(who) {
			Side::Proposing => Ok(()),
			Side::Other => err(Error::OtherOrganisation),
			Side::Holder | Side::Nobody => err(Error::NotAgent),
		}),
		(Call::renew { docket: 0 }, late, of_other_side),
		(answer_call(0), open, |who| {
			if side(who) == Side::Holder {
				Ok(())
			} else {
				err(Error::NotHolder)
			}
		}),
		(Call::remove { docket: 0 }, old, |_| Ok(())),
		(
			Call::set_escrow {
				asset: GOLD,
				escrow: None,
			},
			open,
			|who| {
				if who == COUNCIL {
					Ok(())
				} else {
					Err(DispatchError::BadOrigin)
				}
			},
		),
	]
}

#[test]
fn each_call_is_for_whom_the_table_says() {
	for (call, given, answers) in table() {
		for who in ACTORS {
			execute(|| {
				assert_eq!(given(), 0);
				assert_eq!(run(who, call.clone()), answers(who), "{who} on {call:?}");
			});
		}
	}
}

#[test]
fn no_call_is_for_root_or_for_no_one() {
	for (call, given, _) in table() {
		execute(|| {
			given();
			for origin in [RuntimeOrigin::from(RawOrigin::Root), RuntimeOrigin::none()] {
				let outcome = RuntimeCall::from(call.clone()).dispatch(origin);
				assert_eq!(
					outcome.map(|_| ()).map_err(|error| error.error),
					Err(DispatchError::BadOrigin),
					"{call:?}"
				);
			}
		});
	}
}
