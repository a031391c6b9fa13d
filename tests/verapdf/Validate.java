import java.io.FileInputStream;
import java.io.InputStream;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;

/** Validates PDF files: java -cp … Validate.java FLAVOUR[,FLAVOUR] FILE … ; prints each failed rule once. */
public class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean valid = true;
        for (int n = 1; n < arguments.length; n++) {
            for (String id : arguments[0].split(",")) {
                PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
                try (InputStream stream = new FileInputStream(arguments[n]);
                        PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour)) {
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
                    ValidationResult result = validator.validate(parser);
                    valid &= result.isCompliant();
                    System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + id + " " + arguments[n]
                            + " " + result.getTotalAssertions());
                    java.util.Set<String> seen = new java.util.HashSet<>();
                    for (TestAssertion each : result.getTestAssertions()) {
                        String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
                        if (each.getStatus() == TestAssertion.Status.FAILED && seen.add(rule)) {
                            System.out.println("  " + rule + ": " + each.getMessage() + " @ "
                                    + each.getLocation().getContext());
                        }
                    }
                }
            }
        }
        System.exit(valid ? 0 : 1);
    }
}
