//! Each invariant is seen to break.

use super::*;
use polkadot_sdk::sp_runtime::DispatchError;

/// Spoils a sound chain and sees the check with this number fail.
fn spoil(number: &str, corrupt: impl FnOnce()) {
	ExtBuilder.build().execute_with(|| {
		attest(1_000);
		LastAnnounced::<Test>::insert(GOLD, ReserveStatus::Backed);
		assert_ok!(Attestations::do_try_state());
		corrupt();
		match Attestations::do_try_state() {
			Err(DispatchError::Other(message)) => {
				assert!(message.starts_with(number), "{message} instead of {number}")
			},
			other => panic!("{other:?} instead of {number}"),
		}
	});
}

/// Changes the report, and what a gate reads of it alike.
fn change(act: impl FnOnce(&mut Report)) {
	let mut report = Reports::<Test>::get(scope()).expect("it is stored");
	act(&mut report);
	Scopes::<Test>::mutate(GOLD, |records| {
		*records.iter_mut().next().expect("it is listed") = ScopeRecord::of(scope(), &report)
	});
	Reports::<Test>::insert(scope(), report);
}

fn verdict_by(auditor: u32, at: Moment, verdict: Verdict) -> Confirmation {
	Confirmation {
		auditor,
		quantity: 1_000,
		verdict,
		evidence_hash: Hash::zero(),
		at,
	}
}

fn add(confirmation: Confirmation) {
	change(|report| {
		report
			.confirmations
			.try_push(confirmation)
			.expect("there is room")
	});
}

#[test]
fn inv_att_1_scopes_are_unique_and_no_list_is_empty() {
	spoil("INV-ATT-1", || Scopes::<Test>::insert(7, BoundedVec::new()));
	spoil("INV-ATT-1", || {
		Scopes::<Test>::mutate(GOLD, |records| {
			let first = records.first().expect("it is listed").clone();
			records.try_push(first).expect("there is room");
		})
	});
}

#[test]
fn inv_att_2_reports_and_scopes_go_together() {
	spoil("INV-ATT-2", || Reports::<Test>::remove(scope()));
	spoil("INV-ATT-2", || {
		let report = Reports::<Test>::get(scope()).expect("it is stored");
		Reports::<Test>::insert(other_scope(), report)
	});
}

#[test]
fn inv_att_3_gates_read_what_the_report_says() {
	spoil("INV-ATT-3", || {
		Scopes::<Test>::mutate(GOLD, |records| {
			records.iter_mut().for_each(|record| record.quantity += 1)
		})
	});
}

#[test]
fn inv_att_4_reports_lie_in_their_time() {
	spoil("INV-ATT-4", || {
		change(|report| report.statement.as_of = NOW + 1)
	});
	spoil("INV-ATT-4", || {
		change(|report| report.statement.valid_until = NOW)
	});
}

#[test]
fn inv_att_5_verdicts_are_single_independent_and_later() {
	spoil("INV-ATT-5", || {
		add(verdict_by(AUDITOR, NOW, Verdict::Confirms))
	});
	spoil("INV-ATT-5", || {
		add(verdict_by(CUSTODIAN, NOW, Verdict::Confirms))
	});
	spoil("INV-ATT-5", || {
		add(verdict_by(OTHER_AUDITOR, NOW - 1, Verdict::Confirms))
	});
}

#[test]
fn inv_att_6_heads_end_the_chain() {
	spoil("INV-ATT-6", || Heads::<Test>::remove(scope()));
	let head = |act: fn(&mut Head)| {
		move || {
			Heads::<Test>::mutate(scope(), |head| act(head.as_mut().expect("it is stored")));
		}
	};
	spoil("INV-ATT-6", head(|head| head.as_of -= 1));
	spoil("INV-ATT-6", head(|head| head.sequence += 1));
	spoil("INV-ATT-6", head(|head| head.hash = Hash::zero()));
	spoil("INV-ATT-6", || {
		change(|report| report.previous_hash = Hash::repeat_byte(1));
		let hash = Reports::<Test>::get(scope())
			.expect("it is stored")
			.hash(scope());
		Heads::<Test>::insert(
			scope(),
			Head {
				as_of: NOW,
				sequence: 0,
				hash,
			},
		);
	});
}

#[test]
fn inv_att_7_announced_assets_have_scopes() {
	spoil("INV-ATT-7", || {
		LastAnnounced::<Test>::insert(7, ReserveStatus::Lapsed)
	});
}

#[test]
fn inv_att_8_there_is_room_for_a_contradiction() {
	spoil("INV-ATT-8", || {
		for place in 1..MAX_CONFIRMATIONS {
			add(verdict_by(1_000 + place, NOW, Verdict::Confirms));
		}
	});
}
