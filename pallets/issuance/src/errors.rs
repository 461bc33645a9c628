//! Why a call is refused, and what to do.

use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// Part of the pallet's module, in a file of its own for its length.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The caller's identity is not in good standing or is no minter of this asset. Ask the issuer
		/// for the role.
		NotMinter,
		/// The caller's identity is not in good standing or is no mint controller of this asset. Ask
		/// the issuer for the role.
		NotMintController,
		/// The caller's identity is not in good standing or is not the issuer of this asset.
		NotIssuer,
		/// The caller's identity is not in good standing, is no custodian of this asset, or its
		/// organisation is no approved custodian.
		NotCustodian,
		/// Only an account of the holder's identity may do this; cancelling is open to anyone once the
		/// redemption has been in breach for `BreachEndPeriod`, and money that escrow gets is confirmed
		/// by the escrow account.
		NotHolder,
		/// The caller's account is linked to no identity. Link it first.
		HolderUnknown,
		/// There is no such asset. Check the number.
		AssetNotFound,
		/// Units are minted of active assets only. Wait until the asset is active.
		AssetNotActive,
		/// Units are redeemed of active, suspended and winding-down assets only.
		AssetNotRedeemable,
		/// A legal document that minting needs has expired or is missing. The issuer must renew it.
		DocumentExpired,
		/// No reserve parameters are known for the asset, so nothing is allowed.
		ParametersMissing,
		/// A mint with this id has happened. Do not repeat it; for a new mint choose a new id.
		MintIdUsed,
		/// `valid_until` has passed. Sign the order anew, with a new id.
		MintExpired,
		/// `valid_until` lies more than seven days ahead. Choose an earlier moment.
		ValidTooLong,
		/// An amount is zero, or the batch is empty.
		AmountZero,
		/// No mint controller has set a bucket for the asset. Ask one to call `set_bucket`.
		NoMintAllowance,
		/// The minter's identity set the bucket itself. Another identity must do one of the two.
		MinterIsController,
		/// The amount, or the sum of the batch, is above the cap for a single mint.
		AboveSingleMintCap,
		/// The bucket holds fewer units. Wait until it has refilled; `allowance` tells its level.
		AboveAllowance,
		/// The bucket may not hold that many units for the reserve there is. `allowance` tells the
		/// share.
		AboveReserveShare,
		/// Minting is shut before a unit is added: the reserve is thin, lapsed, disputed or deficient.
		MintingShut,
		/// With these units the reserve would no longer cover the supply. `allowance` tells the
		/// headroom.
		InsufficientReserve,
		/// No raise waits.
		NoRaiseWaiting,
		/// No mint of this id is recorded.
		MintIdNotFound,
		/// The validity of this mint has not ended. Prune it later.
		MintIdInForce,
		/// The amount claims less than the underlying's smallest unit. Redeem more.
		ClaimsNothing,
		/// The account has as many open redemptions of the asset as it may. Wait for one to end.
		TooManyOpenRedemptions,
		/// There is no redemption of this number, or it has been pruned.
		RedemptionNotFound,
		/// The redemption's state does not allow this step. `redemption` tells the state.
		WrongState,
		/// The deadline that runs, put off by outages and pauses, has not passed. Wait until it has;
		/// `due_by` tells it.
		NotOverdue,
		/// The quantities add up to nothing, or to more than is left of the claim. Release at most the
		/// rest.
		ReleaseMismatch,
		/// The redemption has not ended.
		StillOpen,
		/// The redemption ended less than `HistoryPeriod` ago. Prune it later.
		TooRecent,
		/// A part of the underlying has been handed over, so it cannot be cancelled. The custodians
		/// must release the rest; past `release_by` it can be ended in that part.
		PartlyReleased,
		/// A redemption of the asset is in breach, so nothing is minted. It must be released or
		/// cancelled first.
		BreachUncured,
		/// The asset asks for a bond and has no terms for it. The issuer must propose them, and a second
		/// organisation approve.
		BondTermsMissing,
		/// The issuer's bond is too small for the units there would be, or in another asset than its
		/// terms say. Top it up; `allowance` tells the room.
		BondTooSmall,
		/// The settlement asset is none, or the asset itself. Choose one that the registry marks.
		NotSettlement,
		/// A part of the price is zero.
		PriceInvalid,
		/// Penalties of open redemptions are in the settlement asset there is. Change it once they have
		/// ended.
		PenaltiesOpen,
		/// These terms have not been proposed. Name exactly what was.
		TermsNotProposed,
		/// The caller acts for no organisation that may approve terms.
		NotApprover,
		/// The organisation that proposed the terms may not approve them. Another one must.
		SameOrganisation,
		/// `accept_by` has passed. Accept, or let the holder find the breach.
		AnswerLate,
		/// No redemption terms are known for the asset, so nothing is allowed.
		TermsMissing,
		/// The terms do not let the holder's category or country redeem.
		HolderExcluded,
		/// The terms ask for more units in one redemption.
		BelowMinimum,
		/// The terms ask for a whole multiple of `lot_units`.
		NotWholeLots,
		/// The terms let redemptions be asked for at other times. Wait for the next window.
		WindowClosed,
		/// Compliance does not let the holder be paid now. A dry run tells why; a claim of a holder who
		/// stays blocked goes to escrow.
		PaymentRefused,
		/// Nothing stands against the holder, or no more than was known.
		NothingChanges,
		/// The holder has not been known to be blocked for `BlockedPeriod`, was not reported within the
		/// last `BlockedRecheck`, or is not blocked any more. Report it again and again, and wait.
		NotBlockedLongEnough,
		/// The asset has no escrow account. The council must name one.
		EscrowMissing,
		/// An earlier request of a holder who may be paid waits for its answer: answer that one first. Or
		/// more than 16 wait of holders who may not: report some as blocked.
		EarlierWaiting,
		/// Nothing is left of the penalty, the bond is empty, or the units have had their share of it.
		NothingToPay,
		/// The issuer has offered no such payment.
		NoSuchOffer,
		/// A docket stands against the holder, or its identity is sanctioned. Wait for the end of it; a
		/// claim of a holder who stays blocked goes to escrow.
		HolderBarred,
		/// The reserve is deficient, and has not been on record as that for `DeficiencyPeriod`, or it is on
		/// record as deficient and nobody knows what there is: nothing is handed over, neither in full nor
		/// pro rata. Wait until it has (`pro_rata_from` tells when), until it is reported and confirmed, or
		/// until it is whole; the deadline is put off by one such period at most.
		DeficiencyTooRecent,
	}
}
