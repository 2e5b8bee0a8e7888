//! The accounts of a pool and the moves between them.

use super::{PoolAccount, PoolForm, PoolPart};

/// Where money may go from an account: one step on, or one step back as a
/// correction. It is never spent from anywhere but a commitment, and never
/// goes home from anywhere but where it came in.
pub const fn onward(from: PoolAccount) -> &'static [PoolAccount] {
    use PoolAccount::{Aligned, Allocated, Committed, Member, Pooled, Spent};
    match from {
        Member => &[Pooled, Aligned],
        Pooled | Aligned => &[Allocated, Member],
        Allocated => &[Committed, Pooled, Aligned],
        Committed => &[Spent, Allocated],
        Spent => &[Committed],
    }
}

/// Whether money in an account is for a named service.
pub const fn is_of_service(account: PoolAccount) -> bool {
    matches!(
        account,
        PoolAccount::Allocated | PoolAccount::Committed | PoolAccount::Spent
    )
}

/// Whether money of a member may enter what the host holds under a legal form.
///
/// A section 75 fund is made up of its partners' contributions; what is paid
/// over or granted is held only under the form that says so; aligned budgets
/// hold nothing in common.
pub const fn may_be_pooled(form: PoolForm, part: PoolPart) -> bool {
    match form {
        PoolForm::Section75PooledFund
        | PoolForm::Section75LeadCommissioning
        | PoolForm::Section75IntegratedProvision => matches!(part, PoolPart::Pooling),
        PoolForm::Section256Transfer | PoolForm::Section76Transfer => {
            matches!(part, PoolPart::Transferring)
        }
        PoolForm::AlignedBudgets => false,
        PoolForm::Grant => matches!(part, PoolPart::Granting),
    }
}

/// Whether the form is one of the three of section 75.
pub const fn is_section_75(form: PoolForm) -> bool {
    matches!(
        form,
        PoolForm::Section75PooledFund
            | PoolForm::Section75LeadCommissioning
            | PoolForm::Section75IntegratedProvision
    )
}
