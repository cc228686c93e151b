package runs

import (
	"context"
	"iter"
	"sync"
)

// inOrder does the same with every item on the given number of workers, at least
// one, and passes what comes out to emit, in the order of the items and from one
// goroutine. It stops at the first error of the items or of emit and returns it.
func inOrder[In, Out any](items iter.Seq2[In, error], workers int, do func(In) Out, emit func(Out) error) error {
	workers = max(workers, 1)
	type job struct {
		item In
		done chan Out
	}
	ctx, stop := context.WithCancel(context.Background())
	// Every job goes to queue in order and to work: the first says what to wait
	// for next, the second is done in any order.
	queue := make(chan job, 4*workers)
	work := make(chan job, 4*workers)
	var readErr error
	var group sync.WaitGroup
	group.Go(func() {
		defer close(queue)
		defer close(work)
		for item, err := range items {
			if err != nil {
				readErr = err
				return
			}
			j := job{item, make(chan Out, 1)}
			for _, to := range []chan job{work, queue} {
				select {
				case to <- j:
				case <-ctx.Done():
					return
				}
			}
		}
	})
	for range workers {
		group.Go(func() {
			for j := range work {
				j.done <- do(j.item)
			}
		})
	}
	err := func() error {
		for j := range queue {
			if err := emit(<-j.done); err != nil {
				return err
			}
		}
		return nil
	}()
	stop()
	group.Wait()
	if err != nil {
		return err
	}
	return readErr
}
