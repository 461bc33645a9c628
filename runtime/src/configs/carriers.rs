//! Which calls carry others, and in whose name: what is asked of each account through which somebody
//! else acts.

use crate::{AccountId, Runtime, RuntimeCall};
use alloc::{vec, vec::Vec};
use polkadot_sdk::{
	frame_support::traits::Get, frame_system, pallet_multisig, pallet_proxy, pallet_utility,
	sp_runtime::traits::StaticLookup,
};

/// Every call that dispatches another one for the account that makes it, or in the name of one that
/// follows from it.
///
/// Not here, because what they carry acts in no account's name: motions of the council, what the
/// scheduler runs, and what the utility pallet does for Root alone, which nobody is. A test holds the
/// types of all calls against this.
pub struct Carriers;

impl pallet_identities::CarriedCalls<RuntimeCall, AccountId> for Carriers {
	fn carried(call: &RuntimeCall) -> Vec<&RuntimeCall> {
		match call {
			RuntimeCall::Utility(
				pallet_utility::Call::batch { calls }
				| pallet_utility::Call::batch_all { calls }
				| pallet_utility::Call::force_batch { calls },
			) => calls.iter().collect(),
			RuntimeCall::Utility(pallet_utility::Call::if_else { main, fallback }) => {
				vec![&**main, &**fallback]
			},
			RuntimeCall::Utility(pallet_utility::Call::as_derivative { call, .. })
			| RuntimeCall::Multisig(
				pallet_multisig::Call::as_multi { call, .. }
				| pallet_multisig::Call::as_multi_threshold_1 { call, .. },
			)
			| RuntimeCall::Proxy(
				pallet_proxy::Call::proxy { call, .. }
				| pallet_proxy::Call::proxy_announced { call, .. },
			) => vec![&**call],
			_ => Vec::new(),
		}
	}

	fn principal(who: &AccountId, call: &RuntimeCall) -> Option<AccountId> {
		match call {
			RuntimeCall::Utility(pallet_utility::Call::as_derivative { index, .. }) => {
				Some(pallet_utility::derivative_account_id(who.clone(), *index))
			},
			RuntimeCall::Multisig(pallet_multisig::Call::as_multi_threshold_1 {
				other_signatories,
				..
			}) => multisig(who, other_signatories, 1),
			RuntimeCall::Multisig(pallet_multisig::Call::as_multi {
				threshold,
				other_signatories,
				..
			}) => multisig(who, other_signatories, *threshold),
			// Whom no account is found for, the proxy pallet refuses.
			RuntimeCall::Proxy(
				pallet_proxy::Call::proxy { real, .. }
				| pallet_proxy::Call::proxy_announced { real, .. },
			) => <Runtime as frame_system::Config>::Lookup::lookup(real.clone()).ok(),
			_ => None,
		}
	}
}

/// The account of these signatories. More than there may be the multisig pallet refuses, as it does
/// those who are named twice or out of order.
fn multisig(who: &AccountId, others: &[AccountId], threshold: u16) -> Option<AccountId> {
	let most = <Runtime as pallet_multisig::Config>::MaxSignatories::get();
	if u32::try_from(others.len()).map_or(true, |others| others >= most) {
		return None;
	}
	let mut signatories = others.to_vec();
	signatories.push(who.clone());
	signatories.sort();
	Some(pallet_multisig::Pallet::<Runtime>::multi_account_id(
		&signatories,
		threshold,
	))
}
