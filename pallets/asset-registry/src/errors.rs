use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// Why a call was refused.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such asset. Check its id, or look it up by ticker.
		NotFound,
		/// The signer's account is linked to no identity in good standing. Link it first.
		NotActive,
		/// The signer does not act for the asset's issuer. Let one of the issuer's people sign.
		NotIssuer,
		/// The signer is neither a compliance officer of the asset nor the council.
		NotComplianceOfficer,
		/// Neither the signer's identity nor its organisation is an approver of the consortium: it has
		/// no office that the council gave it.
		NotApprover,
		/// The approver acts for the issuer or wrote the draft. Ask another organisation.
		SecondOrganisationRequired,
		/// Issuer, custodian and auditor are organisations, not persons. Name the organisation.
		OrganisationRequired,
		/// The organisation or the grantee is unknown, suspended or sanctioned.
		OrganisationNotActive,
		/// The asset's status does not allow this act. `who_can` tells what it allows.
		StatusForbids,
		/// The draft was amended since it was read, so its hash is another. Read it again.
		TermsChanged,
		/// A text is empty where it must not be, is not UTF-8, or has control characters.
		TextInvalid,
		/// A ticker has 3 to 12 letters and digits and nothing else.
		TickerInvalid,
		/// Another asset has this ticker, or one that looks like it. Choose another.
		TickerTaken,
		/// Decimals must be 6 to 18.
		DecimalsOutOfRange,
		/// Both parts of the unit must be positive.
		UnitInvalid,
		/// The ISIN's form or check digit is wrong. Compare it with the certificate.
		IsinInvalid,
		/// The LEI's form or check digits are wrong. Compare it with the register.
		LeiInvalid,
		/// A required document has expired. Add a newer version first.
		DocumentsExpired,
		/// The expiry lies in the past.
		AlreadyExpired,
		/// A draft has 32 documents, or the kind has 65,535 versions.
		TooManyDocuments,
		/// The asset has documents of 16 kinds. Use one of them.
		TooManyDocumentKinds,
		/// A kind of document that is required stays required once the asset is approved.
		RequirementStands,
		/// 64 roles are granted for the asset. Revoke those that have expired.
		TooManyGrants,
		/// The issuer has this role by itself: it is neither granted nor revoked.
		RoleImplied,
		/// The identity holds the opposite role, or it is the issuer, who keeps and audits nothing.
		RolesConflict,
		/// The identity does not hold this role directly.
		NotGranted,
		/// Units of the asset still exist. Redeem them first.
		SupplyRemains,
		/// The account has no deposit for this asset.
		NoDeposit,
		/// No asset id is left.
		TooManyAssets,
		/// An identity still holds units of the asset. Redeem them first.
		HoldersRemain,
		/// The asset has no such version of such a document. `documents` lists the latest.
		DocumentNotFound,
		/// What is asked for is what is there already.
		NothingChanges,
		/// Kind, name, ticker, decimals and the underlying's unit never change. Draft another asset.
		TermFixed,
		/// A change of terms is on its way. Wait for its end, or withdraw it.
		ChangeOpen,
		/// No change of terms is on its way. `term_change` tells it.
		NoChange,
		/// The change's stage does not allow this step. `term_change` tells the stage.
		WrongStage,
		/// The delay has not passed. Wait until `effective_at`.
		TooEarly,
		/// The time for objections is over. Ask the council.
		TooLate,
		/// The change was not approved or applied in time. Propose it again.
		ChangeLapsed,
		/// The signer is neither compliance officer, transfer agent, trustee, custodian nor auditor of
		/// the asset. `who_can` tells who may approve.
		NotSecondParty,
		/// The signer's identity holds no unit of the asset.
		NotHolder,
		/// Only assets of kind fiat are cash.
		NotCash,
		/// The redemption fee is the whole claim, or the window never opens or never closes. Correct the
		/// terms.
		RedemptionInvalid,
	}
}
