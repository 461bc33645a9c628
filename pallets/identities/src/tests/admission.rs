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
			assert!(!PrincipalsFilter::<Test>::contains(&through_anna));
		}
		let through_anna = in_the_name_of(ANNA_2, objection.clone());
		assert_eq!(validate(signed(ANNA_2), &objection), Ok(()));
		assert_eq!(validate(signed(ANNA), &through_anna), Ok(()));
		assert!(PrincipalsFilter::<Test>::contains(&through_anna));
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

#[test]
fn nobody_does_through_another_what_it_may_not_sign() {
	use ReasonCode::*;
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::suspend(signed(COUNCIL), BANK_ID));
		assert_ok!(Identity::sanction(signed(COUNCIL), BEN_ID, Hash::zero()));
		let through_anna = |call| in_the_name_of(ANNA, call);
		for (principal, first, expected) in [
			(ANNA_2, 0, None),
			(MULTISIG, 0, None),
			(BANK, 0, Some(IdentitySuspended)),
			(BANK, 1, None),
			(BEN, 0, Some(IdentitySanctioned)),
			(BEN, 1, Some(IdentitySanctioned)),
			(BEN, 2, None),
		] {
			let call = in_the_name_of(principal.clone(), remark(first));
			let filtered = !PrincipalsFilter::<Test>::contains(&call);
			assert_eq!(filtered, expected.is_some(), "{principal} {first}");
			let expected = expected.map_or(Ok(()), refused);
			assert_eq!(
				validate(signed(ANNA), &call),
				expected,
				"{principal} {first}"
			);
			// Deeper too; what lies deeper than four is left to the filter.
			let deep = through_anna(through_anna(through_anna(call)));
			assert_eq!(
				validate(signed(ANNA), &deep),
				expected,
				"{principal} {first}"
			);
			assert!(
				PrincipalsFilter::<Test>::contains(&deep),
				"each is asked by itself"
			);
			assert_eq!(validate(signed(ANNA), &through_anna(deep)), Ok(()));
		}
		assert!(PrincipalsFilter::<Test>::contains(&remark(0)));
	});
}

#[test]
fn each_principal_costs_a_read() {
	let extension = Admission::<Test>::new();
	let mut call = remark(0);
	let database: polkadot_sdk::frame_support::weights::RuntimeDbWeight =
		<Test as frame_system::Config>::DbWeight::get();
	for expected in [0, 1, 2, 3, 4, 4] {
		assert_eq!(
			extension.weight(&call),
			<() as WeightInfo>::admission() + database.reads(expected)
		);
		call = in_the_name_of(ANNA, call);
	}
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
	assert_eq!(
		extension.weight(&remark(0)),
		<() as WeightInfo>::admission()
	);
	assert!(extension.weight(&remark(0)).ref_time() > 0);
}
