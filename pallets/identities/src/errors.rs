use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// Why a call was refused.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The signer is linked to no identity. Ask a registrar to link the account.
		NotAdmitted,
		/// The signer's identity, or the organisation it acts for, is suspended or sanctioned. Ask
		/// its registrar or the council.
		NotInGoodStanding,
		/// The identity that the call names is suspended or sanctioned. Have that ended first.
		TargetNotInGoodStanding,
		/// Neither the signer's identity nor its organisation is an approved registrar.
		NotRegistrar,
		/// The call is for the identity's own accounts, its registrar, or a party it names. Sign
		/// with an account of one of those.
		NotAuthorized,
		/// There is no identity with that number. Look it up by one of its accounts.
		NotFound,
		/// Every identity number has been used. Nothing more can be registered.
		IdsExhausted,
		/// The jurisdiction is not between 1 and 999. Give the ISO 3166-1 numeric code.
		InvalidJurisdiction,
		/// The account is linked already. Unlink it first, or use another.
		AlreadyLinked,
		/// The account is linked to no identity, so there is nothing to unlink.
		NotLinked,
		/// The identity has as many accounts as it may, those that give way included. Unlink one first,
		/// or wait until a replacement is closed.
		TooManyAccounts,
		/// The signed moment of expiry has passed. Sign again with a later one.
		SignatureExpired,
		/// The signature is not the account's, or not over this chain, identity, nonce, account and
		/// expiry. Fetch the payload again with `link_payload` and sign that.
		BadSignature,
		/// The account has an open invitation to this identity. Accept it or cancel it first.
		AlreadyProposed,
		/// There is no such invitation. Have the identity or its registrar propose first.
		ProposalNotFound,
		/// The time to accept has passed. Have it proposed again.
		ProposalExpired,
		/// The account holds units of an asset, or is frozen for one. Move or redeem them, or have it
		/// thawed, first.
		AccountHoldsUnits,
		/// The identity or an account of it holds units of an asset, or is frozen for one. Move or
		/// redeem them, or have that thawed, first.
		IdentityHoldsUnits,
		/// The identity has no other account and would be locked out. Its registrar may unlink it.
		LastAccount,
		/// Something rests on the account that the link alone keeps alive. End that first, or give the
		/// account ASY.
		AccountInUse,
		/// Only a human being acts for an organisation.
		NotNatural,
		/// Only a legal identity can be an organisation.
		NotLegal,
		/// The person acts for that organisation already.
		AlreadyActsFor,
		/// The person acts for no organisation, and none has been asked.
		NoOrganisation,
		/// Persons act for this organisation. They must leave it first.
		HasMembers,
		/// The identity is an approved registrar. The council must remove it from the list first.
		IsRegistrar,
		/// The identity is an approved issuer. The council must revoke that first.
		IsIssuer,
		/// Neither the signer's identity nor its organisation is approved for the topic.
		IssuerNotApproved,
		/// The issuer is approved for the topic already.
		IssuerAlreadyApproved,
		/// The list of approved issuers is full. Revoke one first.
		TooManyIssuers,
		/// The claim's validity does not reach into the future. Give a later moment.
		ClaimExpired,
		/// The identity has as many claims as it may, and all hold. Have one revoked first.
		TooManyClaims,
		/// The identity carries no claim of that topic and issuer.
		ClaimNotFound,
		/// The identity is suspended already, by this authority or by the council.
		AlreadySuspended,
		/// The identity is not suspended. A sanction is ended with `lift_sanction`.
		NotSuspended,
		/// The council ordered the suspension, so only the council ends it.
		SuspendedByCouncil,
		/// The identity is sanctioned already.
		AlreadySanctioned,
		/// The identity is not sanctioned.
		NotSanctioned,
		/// The identity is a registrar already.
		AlreadyRegistrar,
		/// The identity is not among the approved registrars.
		RegistrarNotFound,
		/// The list of registrars is full. Remove one first.
		TooManyRegistrars,
		/// The identity has an office, issues an asset or has a role for one. End that first.
		HasDuties,
		/// The account is being replaced and can do nothing but object. Use another account of the
		/// identity, or have its registrar cancel the replacement.
		AccountReplaced,
		/// The account is being replaced or takes over from one, or an account of the identity is.
		/// Have the replacement closed or cancelled first.
		ReplacementOpen,
		/// The account is not being replaced.
		ReplacementNotFound,
		/// The account that signs is not the one that was named to take over.
		NotSuccessor,
		/// The new account has shown already that somebody controls it.
		AlreadyAccepted,
		/// The new account has not shown yet that somebody controls it. Let it sign
		/// `accept_replacement`.
		NotAccepted,
		/// The old account may still object. Wait until the time for objections has passed.
		ObjectionPeriodOpen,
		/// The old account has objected: only the council settles or cancels it now.
		ReplacementContested,
		/// The replacement is complete: it can be closed, and nothing else.
		ReplacementSettling,
		/// The old account has not objected, so there is nothing to decide.
		NotContested,
		/// The replacement is not complete. Complete it first.
		NotSettling,
		/// The identity is of that jurisdiction already.
		SameJurisdiction,
		/// The identity changes its jurisdiction already. Have its positions reseated, then change it
		/// again.
		JurisdictionPending,
		/// The identity does not change its jurisdiction.
		NoJurisdictionPending,
		/// Somebody else, or the same with other particulars, is registered under that reference.
		/// Give another reference, or change what differs by the calls for it.
		OnboardingDiffers,
		/// The entry has two claims on one topic. Leave one out.
		TopicTwice,
	}
}
