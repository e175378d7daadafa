package courant.solvers;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import courant.engine.optimise.ChoiceBlock;
import courant.engine.optimise.ChoiceResult;
import courant.engine.optimise.ChoiceSolver;
import courant.engine.optimise.MultipleChoiceProgram;
import courant.engine.optimise.SearchLimits;
import java.util.Optional;

/// Solves a multiple-choice program with SCIP, one binary variable per column.
///
/// SCIP reports true bounds through this interface; its choice is priced again by the program itself, and refused when
/// it breaks a row. Cost: memory in proportion to the columns, so meant for fleets of a few hundred units.
public final class ScipChoiceSolver implements ChoiceSolver {
    /// @throws SolverUnavailableException when the native library does not load
    public ScipChoiceSolver() {
        try {
            Loader.loadNativeLibraries();
        } catch (RuntimeException | LinkageError e) {
            throw new SolverUnavailableException(e);
        }
    }

    @Override
    public ChoiceResult solve(MultipleChoiceProgram program, SearchLimits limits) {
        MPSolver solver = MPSolver.createSolver("SCIP");
        MPVariable[][] variables = variables(solver, program);
        addRows(solver, program, variables);
        MPSolverParameters parameters = new MPSolverParameters();
        parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, limits.gap());
        MPSolver.ResultStatus status = solver.solve(parameters);
        return switch (status) {
            case OPTIMAL, FEASIBLE -> found(program, variables, solver);
            case INFEASIBLE ->
                new ChoiceResult(
                        Optional.empty(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, solver.nodes(), true);
            case UNBOUNDED, ABNORMAL, MODEL_INVALID, NOT_SOLVED ->
                new ChoiceResult(
                        Optional.empty(), Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, solver.nodes(), false);
        };
    }

    private static MPVariable[][] variables(MPSolver solver, MultipleChoiceProgram program) {
        MPVariable[][] variables = new MPVariable[program.blocks().size()][];
        MPObjective objective = solver.objective();
        objective.setMinimization();
        for (int b = 0; b < variables.length; b++) {
            ChoiceBlock block = program.blocks().get(b);
            MPConstraint one = solver.makeConstraint(1, 1);
            variables[b] = new MPVariable[block.columns()];
            for (int j = 0; j < block.columns(); j++) {
                variables[b][j] = solver.makeBoolVar("");
                one.setCoefficient(variables[b][j], 1);
                objective.setCoefficient(variables[b][j], block.cost(j));
            }
        }
        return variables;
    }

    private static void addRows(MPSolver solver, MultipleChoiceProgram program, MPVariable[][] variables) {
        double[] limits = program.limits();
        MPConstraint[] rows = new MPConstraint[limits.length];
        for (int r = 0; r < limits.length; r++) {
            rows[r] = solver.makeConstraint(Double.NEGATIVE_INFINITY, limits[r]);
        }
        for (int b = 0; b < variables.length; b++) {
            for (int j = 0; j < variables[b].length; j++) {
                double[] use = new double[limits.length];
                program.blocks().get(b).addUse(j, 1, use);
                for (int r = 0; r < use.length; r++) {
                    if (use[r] != 0) {
                        rows[r].setCoefficient(variables[b][j], use[r]);
                    }
                }
            }
        }
    }

    private static ChoiceResult found(MultipleChoiceProgram program, MPVariable[][] variables, MPSolver solver) {
        int[] choice = new int[variables.length];
        for (int b = 0; b < choice.length; b++) {
            for (int j = 0; j < variables[b].length; j++) {
                if (variables[b][j].solutionValue() > 0.5) {
                    choice[b] = j;
                }
            }
        }
        if (!program.isFeasible(choice)) {
            throw new IllegalStateException("SCIP's choice breaks a row beyond tolerance; it is not used.");
        }
        double bound = solver.objective().bestBound();
        return new ChoiceResult(Optional.of(choice), program.cost(choice), bound, solver.nodes(), false);
    }
}
