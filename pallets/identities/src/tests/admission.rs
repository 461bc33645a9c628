use super::*;
use assay_primitives::ReasonCode;
use polkadot_sdk::{
	frame_support::dispatch::GetDispatchInfo,
	frame_system::RawOrigin,
	pallet_utility,
	sp_runtime::{
		traits::{TransactionExtension, TxBaseImplication},
		transaction_validity::{
			InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
		},
	},
};

fn remark(first: u8) -> RuntimeCall {
	frame_system::Call::remark {
		remark: vec![first],
	}
	.into()
}

fn validate(origin: RuntimeOrigin, call: &RuntimeCall) -> Result<(), TransactionValidityError> {
	let sources = [
		TransactionSource::External,
		TransactionSource::Local,
		TransactionSource::InBlock,
	];
	let [one, two, three] = sources.map(|source| {
		Admission::<Test>::new()
			.validate(
				origin.clone(),
				call,
				&call.get_dispatch_info(),
				0,
				(),
				&TxBaseImplication(call),
				source,
			)
			.map(|(valid, (), _)| assert_eq!(valid, ValidTransaction::default()))
	});
	assert_eq!(one, two);
	assert_eq!(one, three, "the pool and the block agree");
	one
}

fn refused(reason: ReasonCode) -> Result<(), TransactionValidityError> {
	Err(InvalidTransaction::Custom(reason.code()).into())
}

#[test]
fn each_standing_may_sign_what_it_keeps() {
	use ReasonCode::*;
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::suspend(signed(COUNCIL), BANK_ID));
		assert_ok!(Identity::sanction(signed(COUNCIL), BEN_ID, Hash::zero()));
		// remarks: 0 is ordinary, 1 for the suspended too, 2 for the sanctioned too, 9 not offered
		for (who, first, expected) in [
			(ANNA, 0, None),
			(ANNA_2, 1, None),
			(ANNA, 2, None),
			(ANNA, 9, Some(CallNotOffered)),
			(BANK, 0, Some(IdentitySuspended)),
			(BANK, 1, None),
			(BANK, 2, None),
			(BANK, 9, Some(IdentitySuspended)),
			(BEN, 0, Some(IdentitySanctioned)),
			(BEN, 1, Some(IdentitySanctioned)),
			(BEN, 2, None),
			(STRANGER, 0, Some(NotAdmitted)),
			(STRANGER, 2, Some(NotAdmitted)),
			(STRANGER, 9, Some(NotAdmitted)),
		] {
			let result = validate(signed(who.clone()), &remark(first));
			assert_eq!(result, expected.map_or(Ok(()), refused), "{who} {first}");
		}
	});
}

#[test]
fn whom_is_being_replaced_may_sign_its_objection_and_nothing_else() {
	use ReasonCode::*;
	ExtBuilder::build_and_execute(|| {
		let objection: RuntimeCall = Call::object_replacement {}.into();
		let cancel: RuntimeCall = Call::cancel_replacement { old: ANNA_2 }.into();
		// Before, anybody may sign it, in vain.
		assert_eq!(validate(signed(ANNA_2), &objection), Ok(()));
		open_replacement();
		for call in [remark(0), remark(1), remark(2), cancel.clone()] {
			assert_eq!(validate(signed(ANNA_2), &call), refused(SenderReplaced));
			assert_eq!(validate(signed(ANNA), &call), Ok(()));
			let through_anna = in_the_name_of(ANNA_2, call);
			assert_eq!(
				validate(signed(ANNA), &through_anna),
				refused(SenderReplaced)
			);
		}
		let through_anna = in_the_name_of(ANNA_2, objection.clone());
		assert_eq!(validate(signed(ANNA_2), &objection), Ok(()));
		assert_eq!(validate(signed(ANNA), &through_anna), Ok(()));
		// The standing says its own first; nobody whom it silences objects.
		assert_ok!(Identity::suspend(signed(COUNCIL), ANNA_ID));
		assert_eq!(
			validate(signed(ANNA_2), &remark(1)),
			refused(SenderReplaced)
		);
		for call in [remark(0), objection.clone()] {
			assert_eq!(validate(signed(ANNA_2), &call), refused(IdentitySuspended));
		}
		assert_ok!(Identity::reinstate(signed(COUNCIL), ANNA_ID));
		// Closing it is the end of it.
		assert_ok!(Identity::accept_replacement(signed(MULTISIG), ANNA_2));
		Present::set(NOW + OBJECTION + 1);
		assert_ok!(Identity::complete_replacement(signed(ANNA), ANNA_2));
		assert_eq!(
			validate(signed(ANNA_2), &remark(0)),
			refused(SenderReplaced)
		);
		assert_eq!(validate(signed(MULTISIG), &remark(0)), Ok(()));
		assert_ok!(Identity::close_replacement(signed(ANNA), ANNA_2));
		assert_eq!(validate(signed(ANNA_2), &objection), refused(NotAdmitted));
	});
}

#[test]
fn what_nobody_signed_passes() {
	ExtBuilder::build_and_execute(|| {
		for origin in [RawOrigin::None, RawOrigin::Authorized] {
			assert_eq!(validate(RuntimeOrigin::from(origin), &remark(9)), Ok(()));
		}
	});
}

#[test]
fn linking_and_unlinking_act_at_once() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::propose_link(signed(ANNA), ANNA_ID, MULTISIG));
		assert_eq!(
			validate(signed(MULTISIG), &remark(0)),
			refused(ReasonCode::NotAdmitted)
		);
		assert_ok!(Identity::accept_link(signed(MULTISIG), ANNA_ID));
		assert_eq!(validate(signed(MULTISIG), &remark(0)), Ok(()));
		assert_ok!(Identity::unlink_account(signed(ANNA), MULTISIG));
		assert_eq!(
			validate(signed(MULTISIG), &remark(0)),
			refused(ReasonCode::NotAdmitted)
		);
	});
}

/// `call` in the name of `who`.
fn in_the_name_of(who: AccountId, call: RuntimeCall) -> RuntimeCall {
	pallet_utility::Call::dispatch_as {
		as_origin: Box::new(RawOrigin::Signed(who).into()),
		call: Box::new(call),
	}
	.into()
}

/// `call` by the account derived of whoever makes it.
fn derived(call: RuntimeCall) -> RuntimeCall {
	pallet_utility::Call::as_derivative {
		index: 1,
		call: Box::new(call),
	}
	.into()
}

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
	pallet_utility::Call::batch { calls }.into()
}

#[test]
fn nobody_does_through_another_what_it_may_not_sign() {
	use ReasonCode::*;
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::suspend(signed(COUNCIL), BANK_ID));
		assert_ok!(Identity::sanction(signed(COUNCIL), BEN_ID, Hash::zero()));
		let through_anna = |call| in_the_name_of(ANNA, call);
		for (principal, first, expected) in [
			(ANNA_2, 0, None),
			// Whom nobody knows is linked, and does nothing else.
			(MULTISIG, 0, Some(NotAdmitted)),
			(MULTISIG, 1, Some(NotAdmitted)),
			(MULTISIG, 3, None),
			(BANK, 0, Some(IdentitySuspended)),
			(BANK, 1, None),
			(BANK, 3, Some(IdentitySuspended)),
			(BEN, 0, Some(IdentitySanctioned)),
			(BEN, 1, Some(IdentitySanctioned)),
			(BEN, 2, None),
		] {
			let call = in_the_name_of(principal.clone(), remark(first));
			let expected = expected.map_or(Ok(()), refused);
			let deep = (0..10).fold(call.clone(), |call, _| through_anna(call));
			for (how, call) in [
				("by itself", call.clone()),
				("deep down", deep),
				("after another", batch(vec![remark(0), call.clone()])),
				("before another", batch(vec![call.clone(), remark(0)])),
				(
					"in a batch of a batch",
					batch(vec![batch(vec![call.clone()])]),
				),
				("from an account of hers", in_the_name_of(ANNA_2, call)),
			] {
				let found = validate(signed(ANNA), &call);
				assert_eq!(found, expected, "{principal} {first} {how}");
			}
		}
	});
}

#[test]
fn what_is_carried_acts_in_the_name_of_whoever_carries_it() {
	use ReasonCode::*;
	ExtBuilder::build_and_execute(|| {
		let of_anna: AccountId = pallet_utility::derivative_account_id(ANNA, 1);
		let of_ben = || in_the_name_of(BEN, derived(remark(0)));
		// GIVEN derived accounts that are linked to nothing
		for call in [
			derived(remark(0)),
			batch(vec![derived(remark(0))]),
			of_ben(),
		] {
			assert_eq!(
				validate(signed(ANNA), &call),
				refused(NotAdmitted),
				"{call:?}"
			);
		}
		assert_eq!(validate(signed(ANNA), &derived(remark(3))), Ok(()));
		// In the name of an account that is not known nobody carries anything either.
		let carried = derived(batch(vec![remark(3)]));
		assert_eq!(validate(signed(ANNA), &carried), refused(NotAdmitted));
		// WHEN hers is linked THEN it acts, and Ben's does not
		assert_ok!(Identity::propose_link(
			signed(ANNA),
			ANNA_ID,
			of_anna.clone()
		));
		assert_ok!(Identity::accept_link(signed(of_anna), ANNA_ID));
		assert_eq!(validate(signed(ANNA), &derived(remark(0))), Ok(()));
		assert_eq!(validate(signed(ANNA), &carried), Ok(()));
		assert_eq!(validate(signed(ANNA), &of_ben()), refused(NotAdmitted));
	});
}

#[test]
fn what_is_not_allowed_itself_carries_nothing_that_is() {
	use ReasonCode::*;
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::suspend(signed(COUNCIL), BANK_ID));
		for call in [
			batch(vec![remark(1)]),
			derived(remark(1)),
			in_the_name_of(ANNA, remark(1)),
		] {
			assert_eq!(validate(signed(BANK), &call), refused(IdentitySuspended));
			assert_eq!(validate(signed(STRANGER), &call), refused(NotAdmitted));
		}
	});
}

#[test]
fn more_than_is_looked_through_is_refused() {
	let refused = || refused(ReasonCode::TooManyCarried);
	ExtBuilder::build_and_execute(|| {
		let remarks = |count: u32| vec![remark(0); count as usize];
		let principals = |count: u32| vec![in_the_name_of(ANNA_2, remark(0)); count as usize];
		let deep = |count| (0..count).fold(remark(0), |call, _| in_the_name_of(ANNA, call));
		for (call, expected) in [
			(batch(remarks(MAX_CARRIED)), Ok(())),
			(batch(remarks(MAX_CARRIED + 1)), refused()),
			(batch(vec![batch(remarks(MAX_CARRIED - 1))]), Ok(())),
			(batch(vec![batch(remarks(MAX_CARRIED))]), refused()),
			(batch(principals(MAX_PRINCIPALS)), Ok(())),
			(batch(principals(MAX_PRINCIPALS + 1)), refused()),
			(deep(MAX_PRINCIPALS), Ok(())),
			(deep(MAX_PRINCIPALS + 1), refused()),
		] {
			assert_eq!(validate(signed(ANNA), &call), expected);
		}
	});
}

#[test]
fn what_is_carried_costs_and_each_name_a_read() {
	let extension = Admission::<Test>::new();
	let weight = |call| extension.weight(&call);
	let expected = |carried, principals| <() as WeightInfo>::admission(carried, principals);
	let through = |count| (0..count).fold(remark(0), |call, _| in_the_name_of(ANNA, call));
	assert_eq!(weight(remark(0)), expected(0, 0));
	assert_eq!(weight(through(1)), expected(1, 1));
	assert_eq!(weight(through(MAX_PRINCIPALS)), expected(16, 16));
	assert_eq!(weight(through(MAX_PRINCIPALS + 1)), expected(17, 16));
	assert_eq!(weight(batch(vec![remark(0); 7])), expected(7, 1));
	let most = batch(vec![remark(0); MAX_CARRIED as usize + 1]);
	assert_eq!(weight(most), expected(MAX_CARRIED, 1));
}

#[test]
fn it_is_nothing_on_the_wire_and_has_a_weight() {
	let extension = Admission::<Test>::default();
	assert_eq!(extension.encode(), Vec::<u8>::new());
	assert_eq!(extension.clone(), extension);
	assert_eq!(
		<Admission<Test> as TransactionExtension<RuntimeCall>>::IDENTIFIER,
		"Admission"
	);
	assert!(extension.weight(&remark(0)).ref_time() > 0);
}
