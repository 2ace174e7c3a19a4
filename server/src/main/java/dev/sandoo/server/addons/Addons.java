package dev.sandoo.server.addons;

import dev.sandoo.server.addons.account.AccountAddon;
import dev.sandoo.server.addons.base.AttachmentAddon;
import dev.sandoo.server.addons.base.BankAccountAddon;
import dev.sandoo.server.addons.base.CompanyAddon;
import dev.sandoo.server.addons.base.CompanyAddress;
import dev.sandoo.server.addons.base.CopiedNames;
import dev.sandoo.server.addons.base.CountryAddon;
import dev.sandoo.server.addons.base.CronAddon;
import dev.sandoo.server.addons.base.CurrencyAddon;
import dev.sandoo.server.addons.base.DefaultAddon;
import dev.sandoo.server.addons.base.DefaultFunctions;
import dev.sandoo.server.addons.base.ExternalIdAddon;
import dev.sandoo.server.addons.base.GroupAddon;
import dev.sandoo.server.addons.base.InterfaceAddon;
import dev.sandoo.server.addons.base.LanguageAddon;
import dev.sandoo.server.addons.base.LanguageInstallAddon;
import dev.sandoo.server.addons.base.ModuleAddon;
import dev.sandoo.server.addons.base.ParameterAddon;
import dev.sandoo.server.addons.base.PartnerAddon;
import dev.sandoo.server.addons.base.PartnerAddresses;
import dev.sandoo.server.addons.base.RightsSync;
import dev.sandoo.server.addons.base.RuleAddon;
import dev.sandoo.server.addons.base.Secrets;
import dev.sandoo.server.addons.base.SequenceAddon;
import dev.sandoo.server.addons.base.SettingsAddon;
import dev.sandoo.server.addons.base.UserAddon;
import dev.sandoo.server.addons.crm.CrmAddon;
import dev.sandoo.server.addons.crm.StageGroups;
import dev.sandoo.server.addons.custom.CustomAddon;
import dev.sandoo.server.addons.hr.EmployeeAddon;
import dev.sandoo.server.addons.mail.MailAddon;
import dev.sandoo.server.addons.policy.PolicyAddon;
import dev.sandoo.server.addons.product.ProductAddon;
import dev.sandoo.server.addons.project.ProjectAddon;
import dev.sandoo.server.addons.purchase.PurchaseAddon;
import dev.sandoo.server.addons.sale.SaleAddon;
import dev.sandoo.server.addons.security.AuditAddon;
import dev.sandoo.server.addons.security.HeaderKeyAddon;
import dev.sandoo.server.addons.security.SecurityAddon;
import dev.sandoo.server.addons.security.SignIn;
import dev.sandoo.server.addons.stock.StockAddon;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.GenericMethods;
import dev.sandoo.server.orm.GroupingMethods;
import dev.sandoo.server.orm.ImportExport;
import dev.sandoo.server.orm.RecordsetMethods;
import dev.sandoo.server.orm.ViewMethods;
import dev.sandoo.server.orm.WebMethods;
import java.util.List;

/** The index of all addons, generic methods first: later entries take the place of earlier ones. */
public final class Addons {
    private Addons() {}

    /** Every addon, in order. */
    public static List<Addon> all(Secrets secrets, SignIn signIn) {
        return List.of(
                new GenericMethods(),
                new GroupingMethods(),
                new WebMethods(),
                new RecordsetMethods(),
                new ViewMethods(),
                new ImportExport(),
                new DefaultFunctions(),
                new StageGroups(),
                new PartnerAddon(),
                new PartnerAddresses(),
                new BankAccountAddon(),
                new CopiedNames(),
                new CountryAddon(),
                new InterfaceAddon(),
                new SequenceAddon(),
                new ParameterAddon(),
                new RuleAddon(),
                new CompanyAddon(),
                new CompanyAddress(),
                new ModuleAddon(),
                new LanguageInstallAddon(),
                new CronAddon(),
                new SettingsAddon(),
                new ExternalIdAddon(),
                new AttachmentAddon(),
                new CurrencyAddon(),
                new LanguageAddon(),
                new DefaultAddon(),
                new GroupAddon(),
                new UserAddon(secrets),
                new SecurityAddon(signIn),
                new AuditAddon(),
                new HeaderKeyAddon(secrets),
                new PolicyAddon(),
                new AccountAddon(),
                new ProductAddon(),
                new SaleAddon(),
                new StockAddon(),
                new PurchaseAddon(),
                new CrmAddon(),
                new ProjectAddon(),
                new EmployeeAddon(),
                new RightsSync(),
                new CustomAddon(),
                new MailAddon());
    }
}
