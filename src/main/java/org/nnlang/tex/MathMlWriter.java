package org.nnlang.tex;

import java.util.List;
import java.util.Set;
import org.nnlang.text.Html;
import org.nnlang.text.Problem;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * Writes the library's MathML 3 as MathML Core: brackets as operators, alphabets as characters, alignment as style. Elements
 * other than MathML's are refused.
 */
final class MathMlWriter {
    private static final Set<String> ELEMENTS = Set.of(
            "mrow",
            "mi",
            "mn",
            "mo",
            "mtext",
            "mspace",
            "mfrac",
            "msqrt",
            "mroot",
            "msub",
            "msup",
            "msubsup",
            "munder",
            "mover",
            "munderover",
            "mtable",
            "mtr",
            "mtd",
            "mstyle",
            "mphantom");
    private static final Set<String> ATTRIBUTES =
            Set.of("width", "linethickness", "displaystyle", "accent", "accentunder", "style");
    /** Elements whose children have one role each. */
    private static final Set<String> FIXED =
            Set.of("msub", "msup", "msubsup", "munder", "mover", "munderover", "mfrac", "mroot");

    private static final Set<String> OPERANDS =
            Set.of("mi", "mn", "msub", "msup", "msubsup", "munder", "munderover", "mfrac", "msqrt", "mroot", "mover");
    /** Elements around which brackets grow. */
    private static final Set<String> TALL =
            Set.of("mfrac", "mtable", "msqrt", "mroot", "munder", "mover", "munderover");

    private static final Set<String> BRACES = Set.of("⏞", "⏟");
    private static final String SPACE = "<mspace width=\"0.167em\"></mspace>";

    private final int length;
    private final StringBuilder html = new StringBuilder();
    private Alphabet alphabet = Alphabet.NONE;

    /** A writer for a formula of this length. */
    MathMlWriter(int length) {
        this.length = length;
    }

    /** The content of the formula among the nodes. */
    String content(NodeList nodes) throws TexFormula.Unreadable {
        for (int i = 0; i < nodes.getLength(); i++) {
            if (!nodes.item(i).getNodeName().equals("math")) {
                throw refused();
            }
            children(nodes.item(i));
        }
        return html.toString();
    }

    private TexFormula.Unreadable refused() {
        return refused("");
    }

    private TexFormula.Unreadable refused(String help) {
        return new TexFormula.Unreadable(0, length, Problem.UNREADABLE_FORMULA.with(help));
    }

    private void children(Node parent) throws TexFormula.Unreadable {
        Node before = null;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (before != null && !FIXED.contains(parent.getNodeName()) && isApart(before, child)) {
                html.append(SPACE);
            }
            before = child;
            switch (child) {
                case Text text -> html.append(Html.escaped(text.getData()));
                case Element element when alphabet.joins(element) -> child = joined(element);
                case Element element -> element(element);
                default -> throw refused();
            }
        }
    }

    /** Whether there is a thin space between two nodes: around the name of a function, as in {@code 2 log x}. */
    private static boolean isApart(Node left, Node right) {
        boolean terms = OPERANDS.contains(left.getNodeName()) && OPERANDS.contains(right.getNodeName());
        return terms && (isFunction(left) || isFunction(right));
    }

    private static boolean isFunction(Node node) {
        boolean scripted = FIXED.contains(node.getNodeName());
        Node name = scripted ? node.getFirstChild() : node;
        return name != null
                && name.getNodeName().equals("mi")
                && name.getTextContent().codePointCount(0, name.getTextContent().length()) > 1;
    }

    private void element(Element element) throws TexFormula.Unreadable {
        switch (element.getNodeName()) {
            case "mfenced" -> fenced(element);
            case "mi" -> identifier(element.getTextContent());
            case "mn" ->
                html.append("<mn>")
                        .append(Html.escaped(alphabet.of(element.getTextContent())))
                        .append("</mn>");
            case "mo" -> operator(element);
            case "mtext" -> text(element);
            case "mstyle" -> style(element);
            case "msub" -> plain(element, isBraced(element) ? "munder" : "msub");
            case "msup" -> plain(element, isBraced(element) ? "mover" : "msup");
            default -> plain(element, element.getNodeName());
        }
    }

    /** Whether a script belongs to a brace over or under a term. */
    private static boolean isBraced(Element script) {
        Node base = script.getFirstChild();
        return base != null
                && FIXED.contains(base.getNodeName())
                && base.getLastChild() != null
                && BRACES.contains(base.getLastChild().getTextContent());
    }

    private void plain(Element element, String name) throws TexFormula.Unreadable {
        if (!ELEMENTS.contains(name)) {
            throw refused();
        }
        html.append('<').append(name);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (ATTRIBUTES.contains(attribute.getNodeName()) && !name.equals("mtd")) {
                attribute(attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        if (name.equals("mtd")) {
            cell(element);
        }
        html.append('>');
        children(element);
        html.append("</").append(name).append('>');
    }

    private void cell(Element cell) {
        boolean ofCases = cell.getParentNode().getParentNode().getParentNode() instanceof Element fence
                && fence.getNodeName().equals("mfenced")
                && fence.getAttribute("open").equals("{")
                && fence.getAttribute("close").isEmpty();
        String align = ofCases ? "left" : cell.getAttribute("columnalign");
        String aligned = switch (align) {
            case "left" -> "text-align: left";
            case "right" -> "text-align: right; text-align: -webkit-right"; // Chrome takes only the second
            default -> "";
        };
        List<String> styles = List.of(aligned, cell.getAttribute("style"));
        String style =
                String.join("; ", styles.stream().filter(s -> !s.isEmpty()).toList());
        if (!style.isEmpty()) {
            attribute("style", style);
        }
    }

    private void attribute(String name, String value) {
        html.append(' ').append(name).append("=\"").append(Html.escaped(value)).append('"');
    }

    private void identifier(String name) {
        String shown = alphabet.of(name);
        boolean upright = alphabet == Alphabet.UPRIGHT && shown.codePointCount(0, shown.length()) == 1;
        html.append(upright ? "<mi mathvariant=\"normal\">" : "<mi>")
                .append(Html.escaped(shown))
                .append("</mi>");
    }

    private void operator(Element operator) {
        String sign = operator.getTextContent();
        Node parent = operator.getParentNode();
        boolean isAccent = parent instanceof Element over
                && (over.hasAttribute("accent") || over.hasAttribute("accentunder"))
                && operator.getPreviousSibling() != null;
        boolean overOne =
                isAccent && !operator.getPreviousSibling().getNodeName().equals("mrow");
        boolean still = overOne && !BRACES.contains(sign) || "()[]{}|‖⌊⌋⌈⌉⟨⟩".contains(sign);
        sign(sign.equals("-") ? "−" : sign, !still);
    }

    private void sign(String sign, boolean stretches) {
        html.append(stretches ? "<mo>" : "<mo stretchy=\"false\">")
                .append(Html.escaped(sign))
                .append("</mo>");
    }

    private void text(Element element) throws TexFormula.Unreadable {
        String text = element.getTextContent();
        if (text.equals(System.lineSeparator()) || text.equals("\n")) { // the library's line break outside a table
            throw refused("`\\\\` goes between the lines of `\\begin{aligned}` or a matrix");
        }
        html.append("<mtext");
        if (element.hasAttribute("style")) {
            attribute("style", element.getAttribute("style"));
        }
        String start = text.startsWith(" ") ? "\u00a0" : "";
        String end = text.endsWith(" ") ? "\u00a0" : "";
        html.append('>')
                .append(start)
                .append(Html.escaped(text.strip()))
                .append(end)
                .append("</mtext>");
    }

    private void style(Element element) throws TexFormula.Unreadable {
        Alphabet around = alphabet;
        String name = element.getAttribute(TexCommands.ALPHABET);
        if (name.isEmpty()) {
            plain(element, "mstyle");
            return;
        }
        alphabet = Alphabet.named(name);
        html.append("<mrow>");
        children(element);
        html.append("</mrow>");
        alphabet = around;
    }

    /** Writes the letters of a word as one identifier; returns the last. */
    private Node joined(Element first) {
        StringBuilder word = new StringBuilder();
        Node last = first;
        for (Node next = first;
                next instanceof Element letter && alphabet.joins(letter);
                next = next.getNextSibling()) {
            word.append(letter.getTextContent());
            last = next;
        }
        identifier(word.toString());
        return last;
    }

    private void fenced(Element fence) throws TexFormula.Unreadable {
        boolean tall = isTall(fence);
        html.append("<mrow>");
        bracket(fence.getAttribute("open"), tall);
        boolean first = true;
        for (Node child = fence.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!first) {
                html.append("<mo>,</mo>");
            }
            first = false;
            element((Element) child);
        }
        bracket(fence.getAttribute("close"), tall);
        html.append("</mrow>");
    }

    /** Whether brackets grow around what a node holds. */
    private static boolean isTall(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (TALL.contains(child.getNodeName()) || isTall(child)) {
                return true;
            }
        }
        return false;
    }

    private void bracket(String sign, boolean tall) {
        if (!sign.isEmpty()) {
            sign(sign, tall);
        }
    }
}
