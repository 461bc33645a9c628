use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// Why a call was refused, and what to do.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// No active identity stands behind the account, or its organisation is not in good standing.
		/// Link the account, or have the identity reinstated.
		NoActiveIdentity,
		/// There is no identity of that number. Check it.
		IdentityNotFound,
		/// The identity is a natural person. Name the organisation that the person acts for.
		NotOrganisation,
		/// The organisation has this approval already. Nothing need be done.
		AlreadyApproved,
		/// The organisation holds the other office: nobody keeps and audits. Approve another one.
		HoldsOtherOffice,
		/// The organisation has no such approval. Approve it first.
		ApprovalNotFound,
		/// The approval is suspended already. Nothing need be done.
		AlreadySuspended,
		/// The approval is not suspended. Nothing need be done.
		NotSuspended,
		/// The custodian still has vaults. They must be closed first.
		HasVaults,
		/// The acting organisation is not an approved custodian, or is suspended. Ask the council.
		NotApproved,
		/// The organisation is not a custodian of this asset. Ask the issuer to grant the role.
		MissingRole,
		/// The vault or the lot belongs to another custodian. Act for that one, or name your own.
		NotOwner,
		/// There is no vault of that number. Check it, or open one.
		VaultNotFound,
		/// Lots are still on record in the vault. Withdraw and remove them first.
		VaultNotEmpty,
		/// A vault needs a name. Give one.
		NameEmpty,
		/// Zero is no country. Give the ISO 3166-1 numeric code.
		UnknownJurisdiction,
		/// There is no asset of that number. Check it.
		AssetNotFound,
		/// The asset is retired: no lot is pledged to it any more. Name another asset.
		AssetRetired,
		/// The call names no lot. Name at least one.
		EmptyBatch,
		/// More lots are named than one call may. Split them.
		TooManyLots,
		/// The registry is empty or has characters other than ASCII letters, digits, spaces, dashes,
		/// dots and slashes. Correct it.
		InvalidRegistry,
		/// The serial is empty or zero, or has characters other than ASCII letters, digits, spaces,
		/// dashes, dots and slashes. Correct it.
		InvalidSerial,
		/// A quantity is zero. Leave that lot out.
		ZeroQuantity,
		/// An asset of this kind needs value and currency of each lot. State them.
		ValueMissing,
		/// An asset of this kind has lots without value. Leave it out.
		ValueNotApplicable,
		/// The value is zero. Leave that lot out.
		ZeroValue,
		/// The currency is not three capital letters. Give the ISO 4217 code.
		InvalidCurrency,
		/// The lot has matured. Register what it was paid out as.
		AlreadyMatured,
		/// The lot is pledged already, to this asset or another. It cannot be pledged twice.
		AlreadyEncumbered,
		/// The lot is on another custodian's book. That custodian must remove it first.
		AlreadyRegistered,
		/// The scope has too many different maturities. Withdraw matured lots, or use another vault.
		TooManyMaturities,
		/// The vault keeps lots for as many assets as it may. Use another vault.
		TooManyAssets,
		/// There is no lot of that id. Check registry and serial.
		LotNotFound,
		/// A lot is named twice in one call. Name it once.
		DuplicateLot,
		/// The lot is not pledged to this asset. Leave it out.
		NotPledged,
		/// The lot lies in another vault. Name that vault.
		Elsewhere,
		/// Less of the lot is left than is to be released. Take the rest from another.
		LotTooSmall,
		/// The lot is still pledged. Withdraw it first.
		StillPledged,
		/// A sum of quantities is more than can be counted. Check the quantities.
		Overflow,
		/// The licence is no longer in force. Have the council renew it.
		LicenceExpired,
		/// Less is bonded than the council requires of this custodian, or in another asset. Top the bond
		/// up.
		BondTooSmall,
		/// The asset is not marked as a settlement asset. Name one that is.
		NotSettlementAsset,
		/// Something still rests on the organisation: a report or a verdict that is listed, or an open
		/// challenge. Have it removed or answered first.
		StillNeeded,
		/// The lot is pledged to others outside this chain. Its custodian must lift that first.
		EncumberedToOthers,
		/// The lot is not reported as pledged to others. Leave it out.
		NotEncumbered,
		/// The lot has not matured. Report it as cash when it has.
		NotMatured,
		/// More money is stated than has matured. Register the rest as a lot of its own.
		MoreThanMatured,
		/// The scope has a list of that hash. Go on with it, or remove it first.
		ListAlreadyOpen,
		/// The scope has no list of that hash. Check hash, asset and vault, or open it.
		ListNotFound,
		/// This batch of the list is registered. Go on with the one that the list's progress names.
		BatchAlreadyRegistered,
		/// A batch before this one is missing. Send the one that the list's progress names.
		BatchOutOfOrder,
		/// Every lot of the list is registered. Nothing need be sent.
		ListComplete,
		/// The batch has more lots than the list has left. Compare it with the file.
		TooManyForList,
		/// With this batch the quantities do not, or can no longer, add up to that of the list. Compare
		/// the batch with the file, and the file with what the list was opened with.
		ListQuantityMismatch,
		/// Lots are offered to the vault that they lie in. Name another one.
		SameVault,
		/// There is no offer of that number. Check it, or ask for another one.
		OfferNotFound,
		/// The offer ends before now. Ask for another one, or state a later end.
		OfferExpired,
		/// Some of what was offered has left since. Ask for another offer.
		OfferChanged,
		/// As many arrivals wait for a report of the scope as may. Report first, then accept.
		TooManyArrivals,
		/// An open challenge asks about one of the lots, which stays where it is until it is answered.
		/// Answer it, also late, or name other lots; withdraw what is missing. It may be handed over.
		LotChallenged,
	}
}
