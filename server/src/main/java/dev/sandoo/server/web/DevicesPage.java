package dev.sandoo.server.web;

/** {@code /my/security/devices/forget}: has every trusted browser asked for a code again. */
record DevicesPage() implements AccountPage.Content {
    @Override
    public PageAnswer answer(PageRequest request, Account account, Frame frame) {
        if (request.isPost()) {
            account.forgetDevices();
            return SecurityPage.done("devices");
        }
        return PageAnswer.redirect(SecurityPage.PATH);
    }
}
