import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Rewrites TeaVM's runtime so that it makes no function from a text, which a page may forbid by its Content-Security-Policy.
 *
 * <p>Fails if a text of its table isn't exactly once in the runtime, or if the runtime still makes functions from texts. A body
 * of a {@code @JSBody} that isn't in {@link #BODIES} fails when the engine is loaded.
 */
final class WithoutEval {
    private record Edit(String before, String after) {}

    /** The parameters and bodies of the functions that Java's side asks for. */
    private static final List<String> BODIES = List.of(
            "(str)=>{return str;}",
            "(value)=>{return value;}",
            "(value)=>{return String(value);}",
            "(text)=>{return +text;}",
            "(value,by)=>{return value%by;}",
            "()=>{return performance.now();}");

    private static final List<Edit> EDITS = List.of(
            // the value of a global expression, and a change of it
            new Edit("new Function(\"return \"+e+\";\")", "()=>e.split(\".\").reduce((o,p)=>o[p],globalThis)"),
            new Edit("{new Function(\"value\",e+\" = value;\")(t)}", "{globalThis[e]=t}"),
            // Java's functions: the last parameter of a variadic one is an array
            new Edit(
                    """
                    {const n=[];const r=[];for(let e=0;e<t.length;++e){const a="p"+e;n.push(a);r.push(a)}if(e){const \
                    s=r.length-1;r[s]="..."+r[s]}const o=r.join(", ");return new Function("rethrowJavaAsJs","fn",`return \
                    function(${o}) {
                        try {
                            return fn(${n.join(", ")});
                        } catch (e) {
                            rethrowJavaAsJs(e);
                        }
                    };`)(j,t)}""",
                    "{const n=t.length-1;return e?(...a)=>{try{return t(...a.slice(0,n),a.slice(n))}catch(e){j(e)}}"
                            + ":(...a)=>{try{return t(...a)}catch(e){j(e)}}}"),
            new Edit("""
                    {return new Function("constructor",`return function ${e}(marker, javaObject) {
                        return constructor.call(this, marker, javaObject);
                    }
                    `)(t)}""", "{return Object.defineProperty(function(m,o){return t.call(this,m,o)},\"name\",{value:e})}"),
            new Edit(
                    """
                    {const o=[];const a=[];for(let e=1;e<n.length;++e){const l="p"+e;o.push(l);a.push(l)}if(r){const \
                    c=a.length-1;a[c]="..."+a[c]}const s=a.join(", ");e.prototype[t]=new \
                    Function("rethrowJavaAsJs","fn",`return function(${s}) {
                        try {
                            return fn(${["this",...o].join(", ")});
                        } catch (e) {
                            rethrowJavaAsJs(e);
                        }
                    };`)(j,n)}""",
                    "{const i=n.length-2;e.prototype[t]=function(...a){try{return r?n(this,...a.slice(0,i),a.slice(i))"
                            + ":n(this,...a)}catch(e){j(e)}}}"),
            // JavaScript's functions
            new Edit(
                    """
                    const M=[];for(let e=0;e<32;++e){const C=M.length===0?"":M.join(", ");const T=[...M,"body"].join(", \
                    ");t.teavmJso["createFunction"+e]=new Function("wrapCallFromJavaToJs",...M,"body",`return new \
                    Function('wrapCallFromJavaToJs', ${T}).bind(this, wrapCallFromJavaToJs);`).bind(null,k);""",
                    "const B={" + bodies() + "};for(let e=0;e<32;++e){t.teavmJso[\"createFunction\"+e]=(...a)=>{"
                            + "const f=`(${a.slice(0,-1)})=>{${a.at(-1)}}`;if(!B[f])throw new Error(\"WithoutEval has no \"+f);"
                            + "return B[f]};"),
            new Edit("""
                    t.teavmJso["callFunction"+e]=new Function("rethrowJsAsJava","fn",...M,`try {
                        return fn(${C});
                    } catch (e) {
                        rethrowJsAsJava(e);
                    }`).bind(null,x);""", "t.teavmJso[\"callFunction\"+e]=(f,...a)=>{try{return f(...a)}catch(e){x(e)}};"),
            new Edit(
                    """
                    t.teavmJso["callMethod"+e]=new \
                    Function("rethrowJsAsJava","getGlobalName","instance","method",...M,`try {
                        return instance !== null
                            ? instance[method](${C})
                            : getGlobalName(method)(${C});
                    } catch (e) {
                        rethrowJsAsJava(e);
                    }`).bind(null,x,F);""",
                    "t.teavmJso[\"callMethod\"+e]=(o,m,...a)=>{try{return o!==null?o[m](...a):F(m)(...a)}"
                            + "catch(e){x(e)}};"),
            new Edit("""
                    t.teavmJso["construct"+e]=new Function("rethrowJsAsJava","constructor",...M,`try {
                        return new constructor(${C});
                    } catch (e) {
                        rethrowJsAsJava(e);
                    }`).bind(null,x);""", "t.teavmJso[\"construct\"+e]=(C,...a)=>{try{return new C(...a)}catch(e){x(e)}};"),
            new Edit(
                    "t.teavmJso[\"arrayOf\"+e]=new Function(...M,\"return [\"+C+\"]\");M.push(\"p\"+(e+1))}",
                    "t.teavmJso[\"arrayOf\"+e]=(...a)=>a}"));

    private WithoutEval() {}

    private static String bodies() {
        StringBuilder all = new StringBuilder();
        for (String body : BODIES) {
            all.append('"').append(body).append("\":").append(body).append(',');
        }
        return all.toString();
    }

    /** Rewrites the file that is named. */
    public static void main(String[] arguments) throws IOException {
        Path runtime = Path.of(arguments[0]);
        String text = Files.readString(runtime);
        for (Edit edit : EDITS) {
            int at = text.indexOf(edit.before);
            if (at < 0 || text.indexOf(edit.before, at + 1) >= 0) {
                throw new IllegalStateException(
                        "TeaVM's runtime has changed: this is not in it exactly once:\n" + edit.before);
            }
            text = text.replace(edit.before, edit.after);
        }
        if (text.contains("Function(\"") || text.contains("Function('") || text.contains("eval(")) {
            throw new IllegalStateException("TeaVM's runtime still makes a function from a text");
        }
        Files.writeString(runtime, text);
    }
}
