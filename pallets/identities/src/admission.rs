use crate::{AccountLink, Config, LinkState, Links, WeightInfo};
use alloc::{vec, vec::Vec};
use assay_primitives::{ReasonCode, Standing};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{
		traits::{Contains, OriginTrait},
		weights::Weight,
		CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound,
	},
	frame_system::pallet_prelude::RuntimeCallFor,
	sp_runtime::{
		impl_tx_ext_default,
		traits::{
			DispatchInfoOf, DispatchOriginOf, Implication, TransactionExtension, ValidateResult,
		},
		transaction_validity::{InvalidTransaction, TransactionSource, ValidTransaction},
	},
};
use scale_info::TypeInfo;

/// Calls that one transaction may carry, however deep, and still be looked through.
pub const MAX_CARRIED: u32 = 4_096;

/// Accounts in whose name one transaction may act beside its signer's.
pub const MAX_PRINCIPALS: u32 = 16;

/// Lets only accounts of identities in good standing act.
///
/// It refuses in the pool and while a block is built or imported alike, so that a refused
/// transaction is in no block and costs nobody a fee. Place it after the extensions that establish
/// the origin and before the one that charges. It carries nothing on the wire.
///
/// A signer that is linked to no identity is refused with [`ReasonCode::NotAdmitted`]; one whose
/// identity is suspended or sanctioned may sign what `SuspendedCalls` or `SanctionedCalls` contain, and
/// one that is being replaced what `ReplacedCalls` contain, if its standing allows that.
/// Whatever the standing, a call outside `OfferedCalls` is refused with
/// [`ReasonCode::CallNotOffered`].
///
/// # Who acts through another
///
/// A batch, a proxy, a multisig and a derived account carry other calls. The whole tree is looked
/// through, and each call in it must be one that the account may sign in whose name it acts: the
/// signer's, the proxied account's, the multisig's or the derived one's, whether it can sign by itself
/// or not. In the name of an account that is linked to nothing go the `UnlinkedCalls` alone, by which it
/// is linked. A tree of more than [`MAX_CARRIED`] calls or [`MAX_PRINCIPALS`] other accounts is refused
/// with [`ReasonCode::TooManyCarried`].
///
/// Nothing is asked again when a carried call is dispatched: what a transaction says of accounts in its
/// earlier calls does not make its later ones admissible.
///
/// # Who is not affected
///
/// - Inherents, which are bare and pass no extension's `validate`.
/// - Transactions whose origin is not `Signed`: those that a pallet authorizes itself, and `None`.
/// - Origins that no transaction carries: the council's motions and the scheduler's agenda.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	CloneNoBound,
	DebugNoBound,
	DefaultNoBound,
	EqNoBound,
	PartialEqNoBound,
)]
#[scale_info(skip_type_params(T))]
pub struct Admission<T>(PhantomData<T>);

impl<T: Config> Admission<T> {
	/// The extension, which has no content.
	pub const fn new() -> Self {
		Self(PhantomData)
	}

	/// Whether `who` may sign `call` now. One read, one for each account in whose name else it acts,
	/// and what `OfferedCalls` asks.
	///
	/// # Errors
	/// The reason that refuses: the signer's standing first, then that of the others, then the call.
	pub fn check(who: &T::AccountId, call: &RuntimeCallFor<T>) -> Result<(), ReasonCode> {
		let link = Links::<T>::get(who).ok_or(ReasonCode::NotAdmitted)?;
		check_tree::<T>(who, link, call)?;
		if T::OfferedCalls::contains(call) {
			Ok(())
		} else {
			Err(ReasonCode::CallNotOffered)
		}
	}
}

/// Whether each call of the tree is one that the account may do in whose name it acts.
fn check_tree<T: Config>(
	who: &T::AccountId,
	link: AccountLink,
	call: &RuntimeCallFor<T>,
) -> Result<(), ReasonCode> {
	let (mut carried, mut principals) = (0u32, 0u32);
	let mut waiting = vec![(who.clone(), Some(link), call)];
	while let Some((who, link, call)) = waiting.pop() {
		match link {
			Some(link) => allows::<T>(link, call)?,
			None if T::UnlinkedCalls::contains(call) => {},
			None => return Err(ReasonCode::NotAdmitted),
		}
		let calls = T::Carriers::carried(call);
		if calls.is_empty() {
			continue;
		}
		carried = count(carried, calls.len(), MAX_CARRIED)?;
		let (who, link) = match T::Carriers::principal(&who, call) {
			None => (who, link),
			Some(principal) => {
				principals = count(principals, 1, MAX_PRINCIPALS)?;
				let link = Links::<T>::get(&principal);
				(principal, link)
			},
		};
		waiting.extend(calls.into_iter().map(|call| (who.clone(), link, call)));
	}
	Ok(())
}

/// `more` added to `sum`, unless that is above `most`.
fn count(sum: u32, more: usize, most: u32) -> Result<u32, ReasonCode> {
	u32::try_from(more)
		.ok()
		.and_then(|more| sum.checked_add(more))
		.filter(|sum| *sum <= most)
		.ok_or(ReasonCode::TooManyCarried)
}

/// Whether an account that is linked so may do `call`.
fn allows<T: Config>(link: AccountLink, call: &RuntimeCallFor<T>) -> Result<(), ReasonCode> {
	match link.standing {
		Standing::Active => Ok(()),
		Standing::Suspended if T::SuspendedCalls::contains(call) => Ok(()),
		Standing::Suspended => Err(ReasonCode::IdentitySuspended),
		Standing::Sanctioned if T::SanctionedCalls::contains(call) => Ok(()),
		Standing::Sanctioned => Err(ReasonCode::IdentitySanctioned),
	}?;
	if link.state == LinkState::Replaced && !T::ReplacedCalls::contains(call) {
		return Err(ReasonCode::SenderReplaced);
	}
	Ok(())
}

/// Which calls carry others, and in whose name these act.
pub trait CarriedCalls<Call, AccountId> {
	/// The calls that `call` dispatches for the account that makes it, in its own name or in that of
	/// [`principal`](Self::principal); none for most.
	fn carried(call: &Call) -> Vec<&Call>;

	/// In whose name the carried ones act when `who` makes `call`; `None` for its own.
	fn principal(who: &AccountId, call: &Call) -> Option<AccountId>;
}

/// No call carries another.
impl<Call, AccountId> CarriedCalls<Call, AccountId> for () {
	fn carried(_: &Call) -> Vec<&Call> {
		Vec::new()
	}
	fn principal(_: &AccountId, _: &Call) -> Option<AccountId> {
		None
	}
}

/// How many calls a transaction carries, and how many of its calls carry others, as far as they are
/// looked through.
fn extent<T: Config>(call: &RuntimeCallFor<T>) -> (u32, u32) {
	let (mut carried, mut carriers) = (0u32, 0u32);
	let mut waiting = vec![call];
	while let Some(call) = waiting.pop() {
		let calls = T::Carriers::carried(call);
		if calls.is_empty() {
			continue;
		}
		carriers = carriers.saturating_add(1);
		match count(carried, calls.len(), MAX_CARRIED) {
			Ok(sum) => carried = sum,
			Err(_) => return (MAX_CARRIED, carriers),
		}
		waiting.extend(calls);
	}
	(carried, carriers)
}

impl<T: Config + Send + Sync> TransactionExtension<RuntimeCallFor<T>> for Admission<T> {
	const IDENTIFIER: &'static str = "Admission";
	type Implicit = ();
	type Val = ();
	type Pre = ();

	fn weight(&self, call: &RuntimeCallFor<T>) -> Weight {
		let (carried, carriers) = extent::<T>(call);
		T::WeightInfo::admission(carried, carriers.min(MAX_PRINCIPALS))
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<RuntimeCallFor<T>>,
		call: &RuntimeCallFor<T>,
		_: &DispatchInfoOf<RuntimeCallFor<T>>,
		_: usize,
		_: (),
		_: &impl Implication,
		_: TransactionSource,
	) -> ValidateResult<(), RuntimeCallFor<T>> {
		if let Some(who) = origin.as_signer() {
			Self::check(who, call).map_err(|reason| InvalidTransaction::Custom(reason.code()))?;
		}
		Ok((ValidTransaction::default(), (), origin))
	}

	impl_tx_ext_default!(RuntimeCallFor<T>; prepare);
}
